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
        return BridgeDefault.isToCome(context)
                ? List.of()
                : JudgedConfig.of(nad, context).stream()
                        .flatMap(config -> lacking(config, context)
                                .map(bridge -> new Observation(
                                        config.place(
                                                bridge.path(), bridge.object().start()),
                                        "this bridge has no \"macspoofchk\"" + BridgeDefault.notRepaired(context),
                                        "Write \"macspoofchk\": true, or false to go without the check")))
                        .toList();
    }

    @Override
    public List<Repair> repair(Nad nad, Context context) {
        return JudgedConfig.of(nad, context).filter(_ -> context.settings().injectBridgeDefaults()).stream()
                .flatMap(config -> lacking(config, context)
                        .flatMap(bridge -> DEFAULT.repairs(config, bridge, note(config, bridge))))
                .toList();
    }

    private static Stream<CniConfig.Plugin> lacking(JudgedConfig config, Context context) {
        return config.bridges()
                .filter(_ -> BridgeDefault.concerns(context))
                .filter(i -> LaterMac.after(i, config).isEmpty())
                .mapToObj(config.plugins()::get)
                .filter(DEFAULT::isUnset);
    }

    private static Observation note(JudgedConfig config, CniConfig.Plugin bridge) {
        return new Observation(
                config.place(bridge.path(), bridge.object().start()),
                DEFAULT
                        + " was added to the bridge: it drops frames with a foreign source MAC and needs nft on the nodes",
                "Write \"macspoofchk\": false to go without");
    }
}
