package dev.multihoming.core.rules.nads;

import dev.multihoming.core.plugins.NodeHarm;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Nad;
import java.util.List;

/// Found by [NodeHarm], also for pods that select a network which was there before the webhook.
/// See node-behavior.md#inputs-that-panic.
@RuleCard(
        code = "MH603",
        name = "config-panics-multus",
        summary = "Multus or a plugin panics on a network's config.",
        requirement = "the node's plugins must survive the config",
        why = """
                Multus panics on some configs: `null`, `plugins` that is empty or has a `null` in it, and, for \
                pods with `cni-args`, `args` or `args.cni` that is not an object. The tuning plugin panics on a \
                `sysctl` in `args` where it has no `sysctl` itself. If the panic repeats when the pod is deleted, \
                the pod stays in Terminating. No mode, policy or exemption weakens this rule.""",
        remedy = """
                Correct the value at the location in the message. `args` and `args.cni` must be objects.""",
        since = "0.1.0")
public final class ConfigPanicsMultus implements Rule<Nad> {
    @Override
    public List<Violation> find(Nad nad, Context context) {
        return ConfigHarm.of(NodeHarm.Kind.MULTUS_PANIC, nad, context);
    }
}
