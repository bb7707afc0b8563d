package dev.multihoming.core.admission;

import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.Optional;

/// Where objects hold what they make pods of.
public final class Templates {
    private Templates() {}

    /// Of the pods that a workload makes: such as `spec.template`. Empty for what is no workload.
    public static Optional<String> ofPods(Resource resource) {
        return Optional.ofNullable(TemplateShapes.WORKLOADS.get(resource)).map(Shape::path);
    }

    /// Of the machine that a KubeVirt object makes or is: such as `spec.template`, or nothing for the object itself.
    /// Empty for what makes no machine.
    public static Optional<String> ofMachines(Resource resource) {
        return Optional.ofNullable(TemplateShapes.MACHINES.get(resource)).map(Shape::path);
    }
}
