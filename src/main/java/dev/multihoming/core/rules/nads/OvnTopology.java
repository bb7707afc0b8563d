package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.OvnTopologyField;
import dev.multihoming.core.review.Violation;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether the options of an OVN-Kubernetes network are those of its topology
/// (node-behavior.md#ovn-k8s-cni-overlay).
final class OvnTopology {
    private OvnTopology() {}

    static String of(CniConfig.Plugin plugin) {
        return GoFields.text(plugin.object(), "topology");
    }

    static Stream<Violation> misfits(ParsedConfig config, CniConfig.Plugin plugin) {
        String topology = of(plugin);
        return Stream.concat(
                OvnTopologyField.ALL.stream()
                        .filter(option -> !option.topologies().contains(topology))
                        .flatMap(option -> member(plugin.object(), option).stream()
                                .map(member -> observe(config, plugin, member, option, topology))),
                withoutSubnets(config, plugin, topology));
    }

    private static Optional<JsonMember> member(JsonObject object, OvnTopologyField option) {
        String key = option.key();
        String text = GoFields.text(object, key);
        boolean isSet =
                option.value().map(text::equals).orElseGet(() -> !text.isEmpty() || GoFields.isTrue(object, key));
        return isSet ? GoFields.set(object, key) : Optional.empty();
    }

    private static Violation observe(
            ParsedConfig config, CniConfig.Plugin plugin, JsonMember member, OvnTopologyField option, String topology) {
        String what = option.value()
                .map(value -> Quoted.of(option.key()) + ": " + Quoted.of(value))
                .orElseGet(() -> Quoted.of(option.key()));
        return new Violation(
                config.location(plugin.path(), member),
                "%s is not possible with topology %s".formatted(what, Quoted.of(topology)),
                "Remove it, or use topology "
                        + String.join(
                                " or ", option.topologies().stream().sorted().toList()));
    }

    private static Stream<Violation> withoutSubnets(ParsedConfig config, CniConfig.Plugin plugin, String topology) {
        JsonObject object = plugin.object();
        boolean needed = topology.equals("layer2")
                && GoFields.text(object, "role").equals("primary")
                && GoFields.text(object, "subnets").isEmpty();
        return needed
                ? Stream.of(new Violation(
                        config.location(plugin.path(), object.start()),
                        "a layer2 network with role \"primary\" has no \"subnets\"",
                        "Write its \"subnets\""))
                : Stream.empty();
    }
}
