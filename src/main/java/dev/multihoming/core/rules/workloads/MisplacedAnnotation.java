package dev.multihoming.core.rules.workloads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Workload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Not where the template has the key too: tools that copy annotations around are harmless.
/// See node-behavior.md#annotations-that-multus-reads.
@RuleCard(
        code = "MH401",
        name = "misplaced-annotation",
        summary = "A network annotation is on a workload, and not in its pod template.",
        requirement = "the annotation belongs to the pods",
        why = """
                Multus reads the annotations of pods. A Deployment, StatefulSet or Job copies only the annotations \
                of its template to its pods, so the pods start with eth0 only, without an error.""",
        remedy = "Move the annotation to the metadata of the template.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MisplacedAnnotation implements Rule<Workload> {
    @Override
    public List<Violation> find(Workload workload, Context context) {
        List<Violation> violations = new ArrayList<>();
        NetworkAnnotations own = workload.own();
        NetworkAnnotations template = workload.pod().annotations();
        judge(workload, NetworkAnnotations.NETWORKS, own.networks(), template.networks(), violations);
        judge(
                workload,
                NetworkAnnotations.DEFAULT_NETWORK,
                own.defaultNetwork(),
                template.defaultNetwork(),
                violations);
        return violations;
    }

    private static void judge(
            Workload workload,
            String key,
            @Nullable String own,
            @Nullable String template,
            List<Violation> violations) {
        if (own != null && template == null) {
            violations.add(new Violation(
                    Location.annotation(key),
                    "%s on the %s itself does nothing".formatted(Quoted.of(key), workload.kind()),
                    "Move it to " + workload.path() + ".metadata.annotations"));
        }
    }
}
