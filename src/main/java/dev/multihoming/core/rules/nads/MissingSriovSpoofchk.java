package dev.multihoming.core.rules.nads;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;
import java.util.stream.Stream;

/// See node-behavior.md#vlan-and-spoof-check-keys, #sriov. Looks only where a policy asks for it: absent
/// leaves the function as its driver has it.
@RuleCard(
        code = "MH233",
        name = "missing-sriov-spoofchk",
        summary = "An SR-IOV network does not say whether source MAC addresses are checked; by a policy it gets"
                + " `\"spoofchk\": \"on\"`.",
        requirement = "an SR-IOV network should say whether source MAC addresses are checked",
        why = """
                Without `spoofchk`, the virtual function keeps the setting of its driver or of the previous pod. \
                With `on`, the card drops frames whose source address is not the function's. Bonds inside the pod, \
                VRRP and virtual machines with other addresses need it off.""",
        remedy = """
                Write `"spoofchk": "on"`, or `"off"` where pods must send with other addresses. An explicit value is never changed. Networks \
                of the SR-IOV network operator are not touched: set `spoofChk` in its SriovNetwork.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingSriovSpoofchk implements Mutator<Nad> {
    private static final PluginDefault DEFAULT = new PluginDefault("spoofchk", "\"on\"");

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return asks(context)
                ? DEFAULT.findings(
                        nad,
                        context,
                        MissingSriovSpoofchk::lacking,
                        "this SR-IOV network has no \"spoofchk\": the card checks or does not, as its driver has it",
                        () -> "Write \"spoofchk\": \"on\", or \"off\" to go without the check")
                : List.of();
    }

    @Override
    public List<Mutation> repair(Nad nad, Context context) {
        return asks(context)
                ? DEFAULT.repairs(
                        nad,
                        context,
                        MissingSriovSpoofchk::lacking,
                        () -> " was added to the SR-IOV network: the card drops frames with a foreign source MAC",
                        "Write \"spoofchk\": \"off\" to go without")
                : List.of();
    }

    private static boolean asks(Context context) {
        return context.settings().networks().defaults().sriovSpoofchk();
    }

    private static Stream<CniConfig.Plugin> lacking(ParsedConfig config) {
        return config.plugins().stream()
                .filter(plugin -> KnownPlugins.injects(plugin, DEFAULT.key()))
                .filter(DEFAULT::isUnset);
    }
}
