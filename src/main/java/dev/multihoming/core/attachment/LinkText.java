package dev.multihoming.core.attachment;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.plugins.BondPlugin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an interface is connected to (facts C1, C4 to C8, C10 to C15).
final class LinkText {
    private static final List<String> DEVICE_KEYS = List.of("device", "hwaddr", "kernelpath", "pciBusID");

    private static final String OF_THE_POD = " of the pod";

    private LinkText() {}

    /// `device` is what the pod asks for; Multus prefers what `resource` gave it.
    static String of(Plugin plugin, String resource, String device) {
        JsonObject object = plugin.object();
        return switch (plugin.type()) {
            // Without a name the plugin takes, or makes, cni0.
            case "bridge", "cnv-bridge" -> "bridge " + or(GoFields.text(object, "bridge"), "cni0");
            case "macvlan", "ipvlan" -> master(object, ofDefaultRoute(object));
            case "vlan" -> master(object, "no master");
            case "host-device" ->
                device(resource, device).or(() -> deviceOfNode(object)).orElse("no device");
            case "sriov", "ib-sriov", "macvtap" ->
                device(resource, device)
                        .or(() -> named("device ", GoFields.text(object, "deviceID")))
                        .orElse("no device");
            case "ovs" ->
                named("OVS bridge ", GoFields.text(object, "bridge"))
                        .or(() -> device(resource, device))
                        .orElse(Attachment.NOT_KNOWN);
            case "tap" ->
                named("bridge ", GoFields.text(object, "bridge"))
                        .map(bridge -> bridge + OF_THE_POD)
                        .orElse(Attachment.NONE);
            case "ptp" -> "the node";
            case "dummy" -> "nothing";
            case "bond" -> links(object);
            case "ovn-k8s-cni-overlay" -> ovn(object);
            default -> Attachment.NOT_KNOWN;
        };
    }

    private static String master(JsonObject object, String otherwise) {
        String where = GoFields.isTrue(object, "linkInContainer") ? OF_THE_POD : "";
        return named("master ", GoFields.text(object, "master"))
                .map(master -> master + where)
                .orElse(otherwise);
    }

    /// Where the plugin then looks: in the pod that is eth0.
    private static String ofDefaultRoute(JsonObject object) {
        return GoFields.isTrue(object, "linkInContainer")
                ? "master eth0 of the pod"
                : "link of the node's default route";
    }

    private static Optional<String> device(String resource, String device) {
        return named("a device of ", resource).or(() -> named("device ", device));
    }

    private static Optional<String> deviceOfNode(JsonObject object) {
        return DEVICE_KEYS.stream()
                .flatMap(key -> named("device ", GoFields.text(object, key)).stream())
                .findFirst();
    }

    private static String links(JsonObject object) {
        String names = BondPlugin.links(object).collect(Collectors.joining(" and "));
        return or(names, "no links") + (GoFields.isTrue(object, "linksInContainer") ? OF_THE_POD : "");
    }

    /// The default network itself where there is no topology (facts C15).
    private static String ovn(JsonObject object) {
        String topology = GoFields.text(object, "topology");
        if (topology.isEmpty()) {
            return "OVN's default network";
        }
        return named("physical network ", GoFields.text(object, "physicalNetworkName"))
                .orElse("OVN network " + or(GoFields.text(object, "name"), "without a name"));
    }

    private static Optional<String> named(String what, String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(what + name);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
