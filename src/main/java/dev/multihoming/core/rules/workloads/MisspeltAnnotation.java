package dev.multihoming.core.rules.workloads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.MisspeltAnnotationKeys;
import dev.multihoming.core.subject.Workload;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A finite list of keys, all seen in the wild. Pods are not asked about: a call for each pod would cost
/// everybody, and the template is where the slip is made.
/// See node-behavior.md#annotations-that-multus-reads.
@RuleCard(
        code = "MH402",
        name = "misspelt-annotation",
        summary = "An annotation key is almost, but not exactly, one that Multus reads.",
        requirement = "Multus reads two annotations, and no other spelling of them",
        why = """
                Kubernetes accepts unknown annotations without a warning: the pods start with eth0 only. The two \
                keys are `k8s.v1.cni.cncf.io/networks` and `v1.multus-cni.io/default-network`.""",
        remedy = "Correct the key.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MisspeltAnnotation implements Rule<Workload> {
    @Override
    public List<Violation> find(Workload workload, Context context) {
        return Stream.concat(
                        observe("metadata.annotations", workload.misspelt(), workload),
                        observe(workload.path() + ".metadata.annotations", workload.templateMisspelt(), workload))
                .toList();
    }

    private static Stream<Violation> observe(String field, Set<String> keys, Workload workload) {
        return keys.stream()
                .sorted()
                .flatMap(key -> MisspeltAnnotationKeys.meant(key).stream()
                        .map(meant -> new Violation(
                                Location.of(field + "[" + key + "]"),
                                "the annotation %s has no effect".formatted(Quoted.of(key)),
                                "Write %s in %s.metadata.annotations".formatted(Quoted.of(meant), workload.path()))));
    }
}
