package dev.multihoming.admission;

import dev.multihoming.admission.AdmissionRequest.Resource;
import dev.multihoming.review.Settings;
import dev.multihoming.subject.Arrival;
import dev.multihoming.subject.Subject;
import dev.multihoming.subject.SubjectReader;
import dev.multihoming.subject.TemplateReader;
import java.util.Optional;

/// The one table that decides which requests are reviewed, and as what.
///
/// Whatever is not in it is admitted unreviewed: the webhook configurations send nothing else.
final class Subjects {
    private static final Resource NADS = new Resource("k8s.cni.cncf.io", "network-attachment-definitions", "");

    private static final Resource OPERATOR = new Resource("operator.openshift.io", "networks", "");

    private Subjects() {}

    static Optional<Subject> of(AdmissionRequest request, Settings settings) {
        Resource resource = request.resource();
        if (resource.equals(NADS)) {
            return nadArrival(request)
                    .flatMap(arrival -> SubjectReader.nad(
                            request.namespace(),
                            arrival,
                            request.object(),
                            request.oldObject(),
                            settings.maxConfigBytes()));
        }
        if (resource.equals(OPERATOR)) {
            return arrival(request)
                    .flatMap(arrival -> TemplateReader.operator(
                            arrival, request.object(), request.oldObject(), settings.maxConfigBytes()));
        }
        return template(request).or(() -> pod(request));
    }

    private static Optional<Subject> pod(AdmissionRequest request) {
        return podArrival(request)
                .map(arrival -> SubjectReader.pod(request.namespace(), arrival, request.object(), request.oldObject()));
    }

    private static Optional<Subject> template(AdmissionRequest request) {
        Optional<Subject> workload = TemplateShapes.workload(request.resource())
                .flatMap(shape -> arrival(request)
                        .flatMap(arrival -> TemplateReader.workload(
                                request.namespace(), shape, arrival, request.object(), request.oldObject())));
        return workload.or(() -> TemplateShapes.machine(request.resource())
                .flatMap(shape -> arrival(request)
                        .flatMap(arrival -> TemplateReader.machine(
                                request.namespace(), shape, arrival, request.object(), request.oldObject()))));
    }

    private static Optional<Arrival> nadArrival(AdmissionRequest request) {
        return request.operation().equals("DELETE") ? Optional.of(Arrival.DELETE) : arrival(request);
    }

    private static Optional<Arrival> podArrival(AdmissionRequest request) {
        if (!request.resource().group().isEmpty()) {
            return Optional.empty();
        }
        return switch (request.resource().toString()) {
            // These subresources carry the whole pod; only status lets annotations through, the others cost nothing to
            // read.
            case "pods", "pods/status", "pods/resize", "pods/ephemeralcontainers" -> arrival(request);
            case "pods/binding", "bindings" ->
                request.operation().equals("CREATE") ? Optional.of(Arrival.BINDING) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Arrival> arrival(AdmissionRequest request) {
        return switch (request.operation()) {
            case "CREATE" -> Optional.of(Arrival.CREATE);
            case "UPDATE" -> Optional.of(Arrival.UPDATE);
            default -> Optional.empty();
        };
    }
}
