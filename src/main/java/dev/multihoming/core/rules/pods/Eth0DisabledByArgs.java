package dev.multihoming.core.rules.pods;

import dev.multihoming.core.plugins.SysctlEffect;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// What a network itself brings is MH234's.
/// See node-behavior.md#sysctls-that-take-eth0-away.
@RuleCard(
        code = "MH126",
        name = "eth0-disabled-by-cni-args",
        summary = "A pod's cni-args disconnect its eth0.",
        requirement = "eth0 stays on the cluster's default network",
        why = """
                With `disable_ipv6` of eth0, or of `all` interfaces, eth0 loses its IPv6 addresses and its default \
                route at once; with `arp_ignore` of 4 or more, or `mcast_solicit` 0, no traffic reaches or leaves \
                it; with a low hop limit, packets are dropped on their way. The pod runs, but services, DNS and \
                probes fail. The tuning plugin of a network takes such settings from `cni-args` too.""",
        remedy = """
                Use the network's own interface: the plugin replaces `IFNAME` with its name, as in \
                `net.ipv6.conf.IFNAME.disable_ipv6`.""",
        since = "0.1.0")
public final class Eth0DisabledByArgs implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return SysctlsOfArgs.with(
                SysctlEffect.Effect.TAKES_ETH0_OFF,
                pod,
                context,
                "which takes eth0 off the network",
                "Write \"IFNAME\" in place of the interface, or remove the setting");
    }
}
