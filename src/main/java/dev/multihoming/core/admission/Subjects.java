package dev.multihoming.core.admission;

import dev.multihoming.core.admission.AdmissionRequest.Resource;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.Arrival;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.Subject;
import dev.multihoming.core.subject.SubjectReader;
import dev.multihoming.core.subject.TemplateReader;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one table that decides which requests are reviewed, and as what.
///
/// Whatever is not in it is admitted unreviewed: the webhook configurations send nothing else.
public final class Subjects {
    static final Resource NADS = new Resource("k8s.cni.cncf.io", "network-attachment-definitions", "");

    static final Resource OPERATOR = new Resource("operator.openshift.io", "networks", "");

    private static final Map<Resource, Reviewed> TABLE = table();

    private Subjects() {}

    private sealed interface Reviewed {
        record Pods() implements Reviewed {}

        record Bindings() implements Reviewed {}

        record Nads() implements Reviewed {}

        record Operator() implements Reviewed {}

        record Workloads(Shape shape) implements Reviewed {}

        record Machines(Shape shape) implements Reviewed {}
    }

    private static Map<Resource, Reviewed> table() {
        Map<Resource, Reviewed> table = new HashMap<>();
        // These subresources carry the whole pod; only status lets annotations through, the others cost nothing to
        // read.
        for (String subresource : List.of("", "status", "resize", "ephemeralcontainers")) {
            table.put(new Resource("", "pods", subresource), new Reviewed.Pods());
        }
        table.put(new Resource("", "pods", "binding"), new Reviewed.Bindings());
        table.put(new Resource("", "bindings", ""), new Reviewed.Bindings());
        table.put(NADS, new Reviewed.Nads());
        table.put(OPERATOR, new Reviewed.Operator());
        TemplateShapes.WORKLOADS.forEach((resource, shape) -> table.put(resource, new Reviewed.Workloads(shape)));
        TemplateShapes.MACHINES.forEach((resource, shape) -> table.put(resource, new Reviewed.Machines(shape)));
        return Map.copyOf(table);
    }

    /// Whether requests for it can be about something that rules look at.
    public static boolean isReviewed(Resource resource) {
        return TABLE.containsKey(resource) || PolicyReading.REVIEWED.contains(resource);
    }

    static Optional<Subject> of(AdmissionRequest request, Settings settings) {
        Reviewed reviewed = TABLE.get(request.resource());
        Arrival arrival = reviewed == null ? null : arrival(reviewed, request.operation());
        return reviewed == null || arrival == null
                ? Optional.empty()
                : subject(
                        reviewed,
                        request.namespace(),
                        new Change(arrival, request.object(), request.oldObject()),
                        settings);
    }

    /// An object that is there, as if it had just come, without anything to compare it with.
    static Optional<Subject> existing(Resource resource, String namespace, ObjectFields object, Settings settings) {
        Reviewed reviewed = TABLE.get(resource);
        return reviewed == null
                ? Optional.empty()
                : subject(reviewed, namespace, new Change(Arrival.EXISTING, object, ObjectFields.NONE), settings);
    }

    private record Change(Arrival arrival, ObjectFields now, ObjectFields before) {}

    private static Optional<Subject> subject(Reviewed reviewed, String namespace, Change change, Settings settings) {
        Arrival arrival = change.arrival();
        ObjectFields now = change.now();
        ObjectFields before = change.before();
        return switch (reviewed) {
            case Reviewed.Pods() -> Optional.of(SubjectReader.pod(namespace, arrival, now, before));
            case Reviewed.Bindings() -> Optional.of(SubjectReader.pod(namespace, arrival, now, before));
            case Reviewed.Nads() -> SubjectReader.nad(namespace, arrival, now, before, maxConfigBytes(settings));
            case Reviewed.Operator() -> TemplateReader.operator(arrival, now, before, maxConfigBytes(settings));
            case Reviewed.Workloads(Shape shape) -> TemplateReader.workload(namespace, shape, arrival, now, before);
            case Reviewed.Machines(Shape shape) -> TemplateReader.machine(namespace, shape, arrival, now, before);
        };
    }

    /// A rule tells of what is longer than the limit; where a policy does not enforce that, the rest is judged too.
    private static int maxConfigBytes(Settings settings) {
        return settings.beyondLimits().maxConfigBytes();
    }

    /// How the object arrives; `null` for what is not reviewed.
    private static @Nullable Arrival arrival(Reviewed reviewed, String operation) {
        return switch (operation) {
            case "CREATE" -> reviewed instanceof Reviewed.Bindings ? Arrival.BINDING : Arrival.CREATE;
            case "UPDATE" -> reviewed instanceof Reviewed.Bindings ? null : Arrival.UPDATE;
            case "DELETE" -> reviewed instanceof Reviewed.Nads ? Arrival.DELETE : null;
            default -> null;
        };
    }
}
