package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.NetworkDefaults;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// See node-behavior.md#bridge. Looks only where a policy asks for it.
@RuleCard(
        code = "MH232",
        name = "missing-preserve-default-vlan",
        summary =
                "A bridge with a VLAN does not say whether its ports also stay in the default VLAN; by a policy it gets"
                        + " `\"preserveDefaultVlan\": false`.",
        requirement = "a bridge with a VLAN should say whether its ports stay in the default VLAN",
        why = """
                Releases 1.3.0 to 1.7.1 of the CNI plugins also keep a port with a VLAN in VLAN 1; later releases \
                do not. If nodes have different releases, or after an update, the same network reaches different \
                machines.""",
        remedy = """
                Write `"preserveDefaultVlan": false`, or `true` where ports must stay in VLAN 1. An explicit value is never changed.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingPreserveDefaultVlan implements Mutator<Nad> {
    private static final PluginDefault DEFAULT = new PluginDefault("preserveDefaultVlan", "false");

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return asks(context)
                ? DEFAULT.findings(
                        nad,
                        context,
                        lack(context),
                        "this bridge has a VLAN and no \"preserveDefaultVlan\", which releases of the plugin take differently",
                        () -> "Write \"preserveDefaultVlan\": false, or true to stay in VLAN 1 as well")
                : List.of();
    }

    @Override
    public List<Mutation> repair(Nad nad, Context context) {
        return asks(context)
                ? DEFAULT.repairs(
                        nad,
                        context,
                        lack(context),
                        () -> " was added to the bridge: its ports leave VLAN 1 for their own",
                        "Write \"preserveDefaultVlan\": true to stay in both")
                : List.of();
    }

    private static boolean asks(Context context) {
        return context.settings().networks().defaults().dropDefaultVlan();
    }

    private static PluginDefault.Lack lack(Context context) {
        NetworkDefaults defaults = context.settings().networks().defaults();
        boolean getsVlan = defaults.inject() && defaults.vlan() != 0;
        return config -> config.bridges()
                .mapToObj(config.plugins()::get)
                .filter(bridge -> hasVlan(bridge)
                        || (getsVlan && config.bridgesWithoutVlan().contains(bridge)))
                .filter(DEFAULT::isUnset);
    }

    private static boolean hasVlan(CniConfig.Plugin bridge) {
        boolean tagged = GoKeys.winner(bridge.object(), MissingBridgeVlan.KEY)
                .map(JsonMember::value)
                .filter(vlan ->
                        vlan instanceof JsonNumber number && !number.text().equals("0"))
                .isPresent();
        return tagged || !PluginDefault.isUnset(bridge.object(), "vlanTrunk");
    }
}
