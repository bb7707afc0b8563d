package dev.multihoming.core.rules.nads;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// See node-behavior.md#bridge, #vlan-and-spoof-check-keys. Only warns where the repair did not run: no rule
/// demands the check.
@RuleCard(
        code = "MH215",
        name = "missing-macspoofchk",
        summary = "A bridge does not say whether it checks source MAC addresses; it gets `\"macspoofchk\": true`.",
        requirement = "a bridge should say whether it checks source MAC addresses",
        why = """
                Without the check, a pod can send frames with the address of any other machine on the bridge. With \
                it, nftables on the node drops frames whose source address is not the interface's. The plugin \
                needs the `nft` command on the node and fails without it. The check blocks everything that sends \
                with other addresses: bonds and macvlan interfaces made in the pod, nested bridges, virtual \
                machines with addresses of their own and VRRP. For such pods write `"macspoofchk": false` in the \
                network.""",
        remedy = """
                Write `"macspoofchk"` yourself: `true`, or `false` where pods must send with other addresses. An explicit value is \
                never changed.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingMacspoofchk implements Mutator<Nad> {
    static final String KEY = "macspoofchk";

    private static final PluginDefault ON = new PluginDefault(KEY, "true");
    private static final PluginDefault OFF = new PluginDefault(KEY, "false");

    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ofPolicy(context)
                .findings(
                        nad,
                        context,
                        lack(context),
                        "this bridge has no \"macspoofchk\"",
                        () -> "Write \"macspoofchk\": true, or false to go without the check");
    }

    @Override
    public List<Mutation> repair(Nad nad, Context context) {
        return isOn(context)
                ? ON.repairs(
                        nad,
                        context,
                        lack(context),
                        () ->
                                " was added to the bridge: it drops frames with a foreign source MAC and needs nft on the nodes",
                        "Write \"macspoofchk\": false to go without")
                : OFF.repairs(
                        nad,
                        context,
                        lack(context),
                        () -> " was added to the bridge, as before: frames with a foreign source MAC pass",
                        "Write \"macspoofchk\": true to drop them");
    }

    private static PluginDefault ofPolicy(Context context) {
        return isOn(context) ? ON : OFF;
    }

    private static boolean isOn(Context context) {
        return context.settings().networks().defaults().macspoofchk();
    }

    /// Beside a later plugin that sets the address the check would drop everything; to be without it does no harm.
    private static PluginDefault.Lack lack(Context context) {
        boolean on = isOn(context);
        return config -> config.bridges()
                .filter(i -> !on || LaterMac.after(i, config).isEmpty())
                .mapToObj(config.plugins()::get)
                .filter(bridge -> PluginDefault.isUnset(bridge.object(), KEY));
    }
}
