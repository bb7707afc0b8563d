package dev.multihoming.core.rules.nads;

import dev.multihoming.core.plugins.NodeHarm;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// Found by [NodeHarm], also for pods that select a network which was there before the webhook.
/// See node-behavior.md#programs-that-a-config-can-start.
@RuleCard(
        code = "MH601",
        name = "plugin-as-ipam",
        summary = "A network's ipam.type is a plugin that does not manage addresses.",
        requirement = "ipam.type must name an IPAM plugin",
        why = """
                A plugin runs the program in `ipam.type` with the same config. If that program is itself a plugin \
                that runs the program in `ipam.type` (bridge, macvlan, portmap, Multus and so on), it starts \
                itself again endlessly: the processes of one pod make the node fail, and deleting the pod starts \
                them again. No mode, policy or exemption weakens this rule.""",
        remedy = """
                Use an IPAM plugin: `host-local`, `static`, `dhcp`, `whereabouts`, or the one that your network \
                provider documents. A program that is both, such as `antrea` or `kube-ovn`, is admitted. For a \
                network without addresses remove `ipam`.""",
        since = "0.1.0")
public final class PluginAsIpam implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ConfigHarm.of(NodeHarm.Kind.PLUGIN_AS_IPAM, nad, context);
    }
}
