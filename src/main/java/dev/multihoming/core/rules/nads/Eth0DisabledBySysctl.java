package dev.multihoming.core.rules.nads;

import dev.multihoming.core.plugins.SysctlEffect;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import java.util.List;

/// Kernel settings hold for the whole pod, whichever of its networks brings them.
/// See node-behavior.md#sysctls-that-take-eth0-away.
@RuleCard(
        code = "MH234",
        name = "eth0-disabled-by-sysctl",
        summary = "A network's tuning plugin disconnects the pod's eth0.",
        requirement = "eth0 stays on the cluster's default network",
        why = """
                With `disable_ipv6` of eth0, or of `all` interfaces, eth0 loses its IPv6 addresses and its default \
                route at once; with `arp_ignore` of 4 or more, or `mcast_solicit` 0, no traffic reaches or leaves \
                it; with a low hop limit, packets are dropped on their way. The pod runs, but services, DNS and \
                probes fail.""",
        remedy = """
                Use the network's own interface: the plugin replaces `IFNAME` with its name, as in \
                `net.ipv6.conf.IFNAME.disable_ipv6`.""",
        since = "0.1.0")
public final class Eth0DisabledBySysctl implements ConfigRule {
    @Override
    public List<Violation> find(ParsedConfig config) {
        return SysctlsOfConfig.with(
                SysctlEffect.Effect.TAKES_ETH0_OFF,
                config,
                "which takes eth0 off the network",
                "Write \"IFNAME\" in place of the interface, or remove the setting");
    }
}
