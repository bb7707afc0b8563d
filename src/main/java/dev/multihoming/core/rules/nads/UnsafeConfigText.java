package dev.multihoming.core.rules.nads;

import dev.multihoming.core.plugins.NodeHarm;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// Found by [NodeHarm], also for pods that select a network which was there before the webhook.
/// See node-behavior.md#text-in-firewall-rules, #paths.
@RuleCard(
        code = "MH602",
        name = "unsafe-config-text",
        summary =
                "A value in a network's config could change what other programs on the node do, or which files they use.",
        requirement = "a text that reaches another program or a path of the node must have a safe form",
        why = """
                Plugins run as root. Some pass values of the config on: portmap writes conditions, protocols and \
                addresses into rules of nftables or iptables, firewall passes the name of a chain to iptables, \
                host-local and tuning keep files in `dataDir`, whereabouts writes to `log_file`. With a malicious \
                value, the node runs a program, redirects other pods' traffic, or overwrites a file. No mode, \
                policy or exemption weakens this rule.""",
        remedy = """
                Write the form in the message. Conditions may only select packets (addresses, ports, interfaces). \
                Folders must be below `/var/lib/cni`, `/run/cni` or a folder of their own. Paths must not contain \
                `..`.""",
        since = "0.1.0")
public final class UnsafeConfigText implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ConfigHarm.of(NodeHarm.Kind.UNSAFE_TEXT, nad, context);
    }
}
