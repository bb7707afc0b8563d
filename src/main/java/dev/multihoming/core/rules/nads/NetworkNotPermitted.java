package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.DelegateUse;
import dev.multihoming.core.plugins.DeviceUse;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.LinkUse;
import dev.multihoming.core.plugins.VlanUse;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Only where a policy sets limits. The accounts that own NADs have none: they carry out what an administrator wrote.
@RuleCard(
        code = "MH231",
        name = "network-not-permitted",
        summary = "A network uses a plugin, VLAN, bridge, link or resource that the policy does not permit.",
        requirement = "a network may use what the policy of its namespace permits",
        why = """
                Without this rule, users who can write NetworkAttachmentDefinitions could attach pods to any VLAN \
                or link of the nodes, also to those of other tenants and of the platform. A policy lists in \
                `limits` what its namespaces may use. A limit that is not set permits everything.

                VLANs: a bridge without `vlan` is untagged, which counts as VLAN 0, also beside a `vlanTrunk`. \
                With `preserveDefaultVlan: true`, a bridge port also receives untagged frames. An ovs port without \
                `vlan`, and without a `trunk` that lists VLANs, carries all VLANs. An OVN-Kubernetes network that \
                is not a localnet has none. A macvlan or ipvlan is in the VLAN of its `master`: `eth1.300` is VLAN \
                300, another link is untagged; a vlan on `eth1.300` is in VLAN 300 too. A link that a bond moves, \
                or that a macvlan in passthru mode uses, carries all VLANs unless its name has one. VLANs that the \
                policy injects are added before its limits are checked.

                Links: a macvlan, ipvlan or vlan without `master` uses the link with the default route. Links are \
                also those that a bond moves from the node, the `physicalNetworkName` of an OVN-Kubernetes \
                localnet (or else its `name`), and a `deviceID` of `sriov`, `ib-sriov` or `macvtap`. Links that \
                are in the pod (`linkInContainer`, `linksInContainer`) are not checked.

                Plugins are all programs that the node runs, known to the webhook or not: those of the list, IPAM \
                plugins and delegates. What a plugin passes on to another one, as flannel does with its \
                `delegate`, is checked in the same way.

                Devices of the node are also those that a config names itself (`deviceID`, `pciBusID`, \
                `runtimeConfig`) or adds to a bond. Pods get their devices through the annotation \
                `k8s.v1.cni.cncf.io/resourceName`; what the config names beside it is used when the kubelet \
                reserved none.

                With `segments`, a network must be completely in the listed segments, and a network whose segment \
                is not known is denied ([Segments](../policies.md#segments)). A config that writes a key in two \
                ways violates all limits, because Multus and the plugin may read different ones.""",
        remedy = "Use what the policy permits (`kubectl get multihomingpolicies`), or ask the team that owns it.",
        since = "0.1.0")
public final class NetworkNotPermitted implements Rule<Nad> {
    /// What only ever takes a device of the node, however it is named. Others get what the kubelet reserved
    /// for the pod, unless their config names a device: [DeviceUse].
    private static final Set<String> HOST_DEVICES = KnownPlugins.hostDevices();

    /// What goes beyond the limits, and what to do about it.
    ///
    /// @param key that says so in the plugin's config; empty where no single key does
    record Excess(String key, String fact, String remedy) {
        Excess(String fact, String remedy) {
            this("", fact, remedy);
        }
    }

    @Override
    public List<Violation> find(Nad nad, Context context) {
        NetworkLimits limits = context.settings().networks().limits();
        if (limits.setsNothing() || context.ownsNetworks()) {
            return List.of();
        }
        Stream<Violation> ofConfig = ParsedConfig.of(nad, context).stream()
                .map(config -> new Look(config, nad.resourceName(), limits, InjectedVlan.of(config, context)))
                .flatMap(look ->
                        SeveralSpellings.in(look.config()).map(Stream::of).orElseGet(() -> ofPlugins(look)));
        return Stream.concat(resource(nad, limits), ofConfig).toList();
    }

    private static Stream<Violation> ofPlugins(Look look) {
        return look.config().plugins().stream()
                .flatMap(plugin -> Stream.concat(Stream.of(plugin), DelegateUse.of(plugin).stream())
                        .flatMap(written -> observe(look, plugin, written)));
    }

    /// What is looked at in one config.
    ///
    /// @param resource the device plugin's resource that the NAD names; else empty
    record Look(ParsedConfig config, String resource, NetworkLimits limits, InjectedVlan injected) {
        String network() {
            return GoFields.text(config.document(), "name");
        }
    }

    private static Stream<Violation> resource(Nad nad, NetworkLimits limits) {
        Set<String> permitted = limits.resourceNames();
        if (permitted == null || nad.resourceName().isEmpty() || permitted.contains(nad.resourceName())) {
            return Stream.empty();
        }
        return Stream.of(new Violation(
                Location.annotation(NodeNeeds.RESOURCE),
                "the resource " + Quoted.of(nad.resourceName()) + " is not permitted here",
                Permitted.resources(permitted)));
    }

    /// @param written the plugin itself, or a config in it that it hands on
    private static Stream<Violation> observe(Look look, CniConfig.Plugin plugin, CniConfig.Plugin written) {
        Stream<Excess> ofKnown = programs(plugin, written).flatMap(program -> excesses(program, look));
        // Those of delegates are found in the config that hands them on.
        Stream<Excess> ofOthers = written.equals(plugin) ? others(plugin, look.limits()) : Stream.empty();
        return Stream.concat(ofKnown, ofOthers)
                .distinct()
                .map(excess ->
                        new Violation(location(look.config(), written, excess.key()), excess.fact(), excess.remedy()));
    }

    private static Location location(ParsedConfig config, CniConfig.Plugin written, String key) {
        return GoFields.set(written.object(), key)
                .map(member -> config.location(written.path(), member))
                .orElseGet(
                        () -> config.location(written.path(), written.object().start()));
    }

    /// IPAM plugins, and what the webhook does not know: only whether they may run can be said.
    private static Stream<Excess> others(CniConfig.Plugin plugin, NetworkLimits limits) {
        return DelegateUse.programs(plugin)
                .filter(type -> !type.equals(plugin.type()))
                .filter(type -> KnownPlugins.of(type).isEmpty())
                .flatMap(type -> Stream.concat(type("", type, limits), UnlistedSegment.excesses(type, limits)));
    }

    /// The plugin, and one that it would run for its addresses: with the same config, to the same effect. As
    /// `ipam` host-device fails, but by then the node's link has lost its addresses (plugins 1.9.1, seen).
    /// Flannel gives its own `ipam` to its delegate (flannel-io/cni-plugin, `getDelegateIPAM`).
    private static Stream<CniConfig.Plugin> programs(CniConfig.Plugin plugin, CniConfig.Plugin written) {
        return Stream.concat(
                Stream.of(written),
                Stream.of(plugin, written)
                        .map(config -> DelegateUse.addressesOf(config.object()))
                        .distinct()
                        .filter(type -> KnownPlugins.of(type).isPresent())
                        .map(type -> new CniConfig.Plugin(written.path(), type, written.object())));
    }

    private static Stream<Excess> excesses(CniConfig.Plugin plugin, Look look) {
        NetworkLimits limits = look.limits();
        return Stream.of(
                        type(typeKey(plugin), plugin.type(), limits),
                        links(plugin, look.network(), limits),
                        vlans(plugin, look),
                        UnlistedSegment.excesses(plugin, look),
                        devices(plugin, limits))
                .flatMap(excesses -> excesses);
    }

    /// Empty where the plugin is one that the config names for its addresses.
    private static String typeKey(CniConfig.Plugin plugin) {
        return GoFields.text(plugin.object(), "type").equals(plugin.type()) ? "type" : "";
    }

    private static Stream<Excess> type(String key, String type, NetworkLimits limits) {
        if (!limits.permitsHostDevices() && HOST_DEVICES.contains(type)) {
            return Stream.of(new Excess(
                    key,
                    "the policy forbids the plugin %s (limits.hostDevices: false)".formatted(Quoted.of(type)),
                    Permitted.types(limits, HOST_DEVICES)));
        }
        return limits.pluginTypes() == null || limits.pluginTypes().contains(type)
                ? Stream.empty()
                : Stream.of(new Excess(
                        key,
                        "the plugin " + Quoted.of(type) + " is not permitted here",
                        Permitted.types(limits, HOST_DEVICES)));
    }

    private static Stream<Excess> links(CniConfig.Plugin plugin, String network, NetworkLimits limits) {
        Set<String> links = limits.links();
        return links == null
                ? Stream.empty()
                : LinkUse.of(plugin, network).stream()
                        .filter(use -> !links.contains(use.name()))
                        .map(use -> new Excess(use.key(), described(use), Permitted.links(limits)));
    }

    private static String described(LinkUse use) {
        return use.name().isEmpty()
                ? Quoted.of(use.key()) + " is not set, and only named links are permitted here"
                : "the link " + Quoted.of(use.name()) + " is not permitted here";
    }

    private static Stream<Excess> devices(CniConfig.Plugin plugin, NetworkLimits limits) {
        return limits.permitsHostDevices() || HOST_DEVICES.contains(plugin.type())
                ? Stream.empty()
                : DeviceUse.of(plugin).stream()
                        .map(use -> new Excess(
                                use.key(),
                                "%s takes the device %s of the node, which the policy forbids (limits.hostDevices: false)"
                                        .formatted(Quoted.of(use.key()), Quoted.of(use.device())),
                                Permitted.anything()));
    }

    private static Stream<Excess> vlans(CniConfig.Plugin plugin, Look look) {
        NetworkLimits limits = look.limits();
        return limits.vlans() == null
                ? Stream.empty()
                : Stream.concat(look.injected().uses(plugin).stream(), VlanUse.ofLinks(plugin).stream())
                        .filter(use -> !limits.permits(use.first(), use.last()))
                        .map(use -> new Excess(use.key(), described(use, plugin.type()), Permitted.vlans(limits)));
    }

    private static String described(VlanUse use, String type) {
        String reason = reason(use, VlanUse.key(type).orElse(""));
        if (use.first() != use.last()) {
            return "VLANs %d to %d are not all permitted here%s".formatted(use.first(), use.last(), reason);
        }
        String which = use.first() == 0 ? "untagged (VLAN 0)" : "VLAN " + use.first();
        return which + " is not permitted here" + reason;
    }

    private static String reason(VlanUse use, String key) {
        return switch (use.key()) {
            case "" -> ", and %s is not set".formatted(Quoted.of(key));
            case "master", "links" -> ", and the link in %s carries it".formatted(Quoted.of(use.key()));
            case "preserveDefaultVlan" -> ", and %s keeps it".formatted(Quoted.of(use.key()));
            default -> "";
        };
    }
}
