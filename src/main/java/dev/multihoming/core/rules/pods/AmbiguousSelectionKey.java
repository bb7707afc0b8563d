package dev.multihoming.core.rules.pods;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Judged for the whole annotation: one ambiguous element makes it mean different things to different readers.
/// See node-behavior.md#key-matching.
@RuleCard(
        code = "MH102",
        name = "ambiguous-selection-key",
        summary = "A key in a pod's networks annotation is repeated, or is a variant of a key that Multus knows.",
        requirement = "every reader of the annotation must understand it alike",
        why = """
                Multus takes `NAMESPACE`, and even `name\u017Fpace` with a long s, for `namespace`, and uses the \
                last of several such keys. Other programs read only the exact key, or the first one. An element \
                with `"namespace": "mine", "NAMESPACE": "yours"` looks harmless to them and attaches your network. \
                In objects that Multus passes on unread, such as `cni-args`, only a repeated key is denied.""",
        remedy = "Write each key once, exactly as Multus documents it.",
        since = "0.1.0")
public final class AmbiguousSelectionKey implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return SelectedNetworks.whole(pod, context)
                .map(networks -> MalformedNetworks.violations(networks, networks.ambiguities()))
                .orElse(List.of());
    }
}
