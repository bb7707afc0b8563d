package dev.multihoming.rules.nads;

import dev.multihoming.multus.CniConfig;
import dev.multihoming.review.Context;
import dev.multihoming.review.Fixer;
import dev.multihoming.review.Mode;
import dev.multihoming.review.Observation;
import dev.multihoming.review.Repair;
import dev.multihoming.review.RuleCard;
import dev.multihoming.subject.Nad;
import java.util.List;
import java.util.stream.Stream;

/// Facts C1 and C3. Only warns where the repair did not run: no law demands the check.
@RuleCard(
        code = "MH215",
        name = "missing-macspoofchk",
        summary = "A bridge does not say whether it checks source MAC addresses; it gets `\"macspoofchk\": true`.",
        law = "a bridge should say whether it checks source MAC addresses",
        why = """
                Without the check a pod can send frames in the name of any other machine on the bridge. With it, nftables on the node \
                drops frames whose source address is not the interface's. The plugin needs the `nft` command on the node and fails \
                without it. Nested bridges, virtual machines with addresses of their own and VRRP break under the check.""",
        remedy = """
                Write `"macspoofchk"` yourself: `true`, or `false` where pods must send with other addresses. An explicit value is \
                never changed.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MissingMacspoofchk implements Fixer<Nad> {
    static final BridgeDefault DEFAULT = new BridgeDefault("macspoofchk", "true");

    @Override
    public List<Observation> find(Nad nad, Context context) {
        return DEFAULT.findings(
                nad,
                context,
                MissingMacspoofchk::lacking,
                "this bridge has no \"macspoofchk\"",
                "Write \"macspoofchk\": true, or false to go without the check");
    }

    @Override
    public List<Repair> repair(Nad nad, Context context) {
        return DEFAULT.repairs(
                nad,
                context,
                MissingMacspoofchk::lacking,
                " was added to the bridge: it drops frames with a foreign source MAC and needs nft on the nodes",
                "Write \"macspoofchk\": false to go without");
    }

    private static Stream<CniConfig.Plugin> lacking(JudgedConfig config) {
        return config.bridges()
                .filter(i -> LaterMac.after(i, config).isEmpty())
                .mapToObj(config.plugins()::get)
                .filter(DEFAULT::isUnset);
    }
}
