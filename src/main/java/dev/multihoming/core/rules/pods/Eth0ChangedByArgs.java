package dev.multihoming.core.rules.pods;

import dev.multihoming.core.plugins.SysctlEffect;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Those that take it off the network are MH126's.
/// See node-behavior.md#sysctls-that-take-eth0-away.
@RuleCard(
        code = "MH127",
        name = "eth0-changed-by-cni-args",
        summary = "A pod's cni-args change a kernel setting of its eth0.",
        requirement = "a selection should change settings of its own interface only",
        why = """
                A setting of `eth0`, or of `all` interfaces, changes the pod's connection to the cluster's default \
                network. Some are intended (`rp_filter` of `all`), most are written by mistake for `IFNAME`.""",
        remedy = """
                Write `IFNAME` as the interface, or leave the setting if you mean eth0.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class Eth0ChangedByArgs implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return SysctlsOfArgs.with(
                SysctlEffect.Effect.CHANGES_ETH0,
                pod,
                context,
                "which changes the pod's eth0",
                "Write \"IFNAME\" in place of the interface, unless eth0 is meant");
    }
}
