package dev.multihoming.core.rules.nads;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.plugins.BridgePlugin;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// See node-behavior.md#bridge, #vlan-and-spoof-check-keys. Only warns where the repair did not run: untagged
/// is what the network is anyway.
@RuleCard(
        code = "MH214",
        name = "missing-bridge-vlan",
        summary = "A bridge does not say which VLAN it is in; it gets `\"vlan\": 0`, or the VLAN that a policy gives.",
        requirement = "a bridge should say which VLAN it is in",
        why = """
                Without `vlan` and `vlanTrunk`, a bridge port is untagged. `"vlan": 0` means the same to the \
                bridge plugin, and makes it visible in the config. Other plugins are never changed, because 0 can \
                have another meaning there.""",
        remedy =
                "Write `vlan` (0 for none) or `vlanTrunk` yourself; then the config is stored exactly as you wrote it.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingBridgeVlan implements Mutator<Nad> {
    static final String KEY = "vlan";

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ofPolicy(context)
                .findings(
                        nad,
                        context,
                        config -> config.bridgesWithoutVlan().stream(),
                        "this bridge has neither \"vlan\" nor \"vlanTrunk\"",
                        () -> "Write %s, which %s".formatted(ofPolicy(context), meaning(context)));
    }

    @Override
    public List<Mutation> repair(Nad nad, Context context) {
        return ofPolicy(context)
                .repairs(
                        nad,
                        context,
                        config -> config.bridgesWithoutVlan().stream(),
                        () -> " was added to the bridge, which " + meaning(context)
                                + (vlan(context) == 0 ? ", as before" : ""),
                        "Write \"vlan\" yourself to choose another");
    }

    private static PluginDefault ofPolicy(Context context) {
        return new PluginDefault(KEY, Integer.toString(vlan(context)));
    }

    private static String meaning(Context context) {
        return vlan(context) == 0 ? "means untagged" : "is the VLAN of this namespace's policy";
    }

    private static int vlan(Context context) {
        return context.settings().networks().defaults().vlan();
    }

    static List<CniConfig.Plugin> lacking(List<CniConfig.Plugin> chain) {
        return chain.stream()
                .filter(plugin -> BridgePlugin.SPEC.types().contains(plugin.type()))
                .filter(bridge -> PluginDefault.isUnset(bridge.object(), KEY))
                .filter(bridge -> PluginDefault.isUnset(bridge.object(), "vlanTrunk"))
                .toList();
    }
}
