package dev.multihoming.core.admission;

import dev.multihoming.core.review.Amendment;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Observation;
import java.util.List;

/// What the author of a workload or a virtual machine is told of the repairs that its pods will get. The warning on the
/// pod itself goes to the controller that creates it.
final class PodRepairs {
    private PodRepairs() {}

    static List<Finding> warnings(List<Amendment> ofPods) {
        return ofPods.stream()
                .map(amendment -> {
                    Observation note = amendment.repair().note();
                    return new Finding(
                            amendment.card(),
                            new Observation(note.place(), "in its pods, " + note.fact(), note.remedy()));
                })
                .toList();
    }
}
