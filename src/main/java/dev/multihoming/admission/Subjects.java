package dev.multihoming.admission;

import dev.multihoming.admission.AdmissionRequest.Resource;
import dev.multihoming.review.Settings;
import dev.multihoming.subject.Arrival;
import dev.multihoming.subject.ObjectFields;
import dev.multihoming.subject.Subject;
import dev.multihoming.subject.SubjectReader;
import dev.multihoming.subject.TemplateReader;
import dev.multihoming.subject.TemplateReader.Shape;
import java.util.Optional;

/// The one table that decides which requests are reviewed, and as what.
///
/// Whatever is not in it is admitted unreviewed: the webhook configurations send nothing else.
final class Subjects {
    static final Resource NADS = new Resource("k8s.cni.cncf.io", "network-attachment-definitions", "");

    private static final Resource OPERATOR = new Resource("operator.openshift.io", "networks", "");

    private Subjects() {}

    static Optional<Subject> of(AdmissionRequest request, Settings settings) {
        return arrival(request)
                .flatMap(arrival -> subject(
                        request.resource(),
                        request.namespace(),
                        new Change(arrival, request.object(), request.oldObject()),
                        settings));
    }

    /// An object that is there, as if it had just come, without anything to compare it with.
    static Optional<Subject> existing(Resource resource, String namespace, ObjectFields object, Settings settings) {
        return subject(resource, namespace, new Change(Arrival.EXISTING, object, ObjectFields.NONE), settings);
    }

    private record Change(Arrival arrival, ObjectFields now, ObjectFields before) {}

    private static Optional<Subject> subject(Resource resource, String namespace, Change change, Settings settings) {
        Arrival arrival = change.arrival();
        ObjectFields now = change.now();
        ObjectFields before = change.before();
        if (resource.equals(NADS)) {
            return SubjectReader.nad(namespace, arrival, now, before, settings.maxConfigBytes());
        }
        if (resource.equals(OPERATOR)) {
            return TemplateReader.operator(arrival, now, before, settings.maxConfigBytes());
        }
        Optional<Shape> workload = TemplateShapes.workload(resource);
        if (workload.isPresent()) {
            return TemplateReader.workload(namespace, workload.get(), arrival, now, before);
        }
        Optional<Shape> machine = TemplateShapes.machine(resource);
        if (machine.isPresent()) {
            return TemplateReader.machine(namespace, machine.get(), arrival, now, before);
        }
        return Optional.of(SubjectReader.pod(namespace, arrival, now, before));
    }

    /// How the object arrives; empty for what is not reviewed.
    private static Optional<Arrival> arrival(AdmissionRequest request) {
        Resource resource = request.resource();
        boolean isTemplate = resource.equals(OPERATOR)
                || TemplateShapes.workload(resource).isPresent()
                || TemplateShapes.machine(resource).isPresent();
        if (resource.equals(NADS)) {
            return nadArrival(request);
        }
        return isTemplate ? byOperation(request) : podArrival(request);
    }

    private static Optional<Arrival> nadArrival(AdmissionRequest request) {
        return request.operation().equals("DELETE") ? Optional.of(Arrival.DELETE) : byOperation(request);
    }

    private static Optional<Arrival> podArrival(AdmissionRequest request) {
        if (!request.resource().group().isEmpty()) {
            return Optional.empty();
        }
        return switch (request.resource().toString()) {
            // These subresources carry the whole pod; only status lets annotations through, the others cost nothing to
            // read.
            case "pods", "pods/status", "pods/resize", "pods/ephemeralcontainers" -> byOperation(request);
            case "pods/binding", "bindings" ->
                request.operation().equals("CREATE") ? Optional.of(Arrival.BINDING) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Arrival> byOperation(AdmissionRequest request) {
        return switch (request.operation()) {
            case "CREATE" -> Optional.of(Arrival.CREATE);
            case "UPDATE" -> Optional.of(Arrival.UPDATE);
            default -> Optional.empty();
        };
    }
}
