package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.schema.SchemaViolation;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// What the reader of the annotation found, as findings.
/// See node-behavior.md#text-read-as-json, #shorthand-list, #json-elements.
@RuleCard(
        code = "MH101",
        name = "malformed-networks",
        summary = "Multus cannot read a pod's networks annotation.",
        requirement = "Multus must be able to read the annotation",
        why = """
                Multus reads the annotation only when the pod starts on a node. If it cannot read the annotation, \
                or a value has the wrong type, the pod stays in ContainerCreating. `[null]` even crashes Multus. \
                The webhook reads the annotation exactly as Multus does: a text with `[`, `{` or `"` is JSON, \
                every other text is the short form.""",
        remedy = """
                Write either the short form `name`, `name@interface` or `namespace/name`, with commas between \
                networks, or a JSON array of objects: `[{"name": "my-network", "interface": "net1"}]`. The message \
                names the item and the character. For a pod without additional networks, remove the annotation or \
                leave it empty.""",
        since = "0.1.0")
public final class MalformedNetworks implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return SelectedNetworks.whole(pod, context)
                .map(networks -> violations(networks, networks.violations()))
                .orElse(List.of());
    }

    static List<Violation> violations(NetworkSelections networks, List<SchemaViolation> violations) {
        return Violation.ofEach(
                violations,
                _ -> true,
                violation -> new Violation(
                        Location.annotation(
                                NetworkAnnotations.NETWORKS, networks.inside(violation), violation.offset()),
                        violation.fact(),
                        violation.remedy()));
    }
}
