package dev.multihoming.core.rules.nads;

import dev.multihoming.core.plugins.SysctlEffect;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;

/// Those that take it off the network are MH234's.
/// See node-behavior.md#sysctls-that-take-eth0-away.
@RuleCard(
        code = "MH235",
        name = "eth0-changed-by-sysctl",
        summary = "A network's tuning plugin changes a kernel setting of the pod's eth0.",
        requirement = "a network should change settings of its own interface only",
        why = """
                A setting of `eth0`, or of `all` interfaces, changes the connection to the cluster's default \
                network, for every pod that selects this network. Some are intended (`rp_filter` of `all`), most \
                are written by mistake for `IFNAME`.""",
        remedy = """
                Write `IFNAME` as the interface, or leave the setting if you mean eth0.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class Eth0ChangedBySysctl implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return SysctlsOfConfig.with(
                SysctlEffect.Effect.CHANGES_ETH0,
                config,
                "which changes the pod's eth0",
                "Write \"IFNAME\" in place of the interface, unless eth0 is meant");
    }
}
