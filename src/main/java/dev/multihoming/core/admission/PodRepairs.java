package dev.multihoming.core.admission;

import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.Violation;
import java.util.List;

/// What the author of a workload or a virtual machine is told of the repairs that its pods will get. The
/// warning on the pod itself goes to the controller that creates it.
final class PodRepairs {
    private PodRepairs() {}

    static List<Finding> warnings(List<RuleMutation> ofPods) {
        return ofPods.stream()
                .map(mutation -> {
                    Violation note = mutation.repair().note();
                    return new Finding(
                            mutation.card(),
                            new Violation(note.location(), "in its pods, " + note.fact(), note.remedy()));
                })
                .toList();
    }
}
