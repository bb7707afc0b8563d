package dev.multihoming.core.admission;

import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.Arrival;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.Subject;
import dev.multihoming.core.subject.SubjectReader;
import dev.multihoming.core.subject.TemplateReader;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes subjects of requests and of existing objects, by the table of what is reviewed.
public final class Subjects {
    private Subjects() {}

    /// Empty for what is not reviewed, and for our own objects, which [PolicyReading] reads.
    static Optional<Subject> of(AdmissionRequest request, Settings settings) {
        Content content =
                ReviewedKinds.of(request.resource()).map(ReviewedKind::content).orElse(null);
        Arrival arrival = content == null ? null : arrival(content, request.operation());
        return content == null || arrival == null
                ? Optional.empty()
                : subject(
                        content,
                        request.namespace(),
                        new Change(arrival, request.object(), request.oldObject()),
                        settings);
    }

    /// An existing object, as if it had just come, without anything to compare it with.
    static Optional<Subject> existing(ReviewedKind kind, String namespace, ObjectFields object, Settings settings) {
        return subject(kind.content(), namespace, new Change(Arrival.EXISTING, object, ObjectFields.NONE), settings);
    }

    private record Change(Arrival arrival, ObjectFields now, ObjectFields before) {}

    private static Optional<Subject> subject(Content content, String namespace, Change change, Settings settings) {
        Arrival arrival = change.arrival();
        ObjectFields now = change.now();
        ObjectFields before = change.before();
        return switch (content) {
            case Content.Pods() -> Optional.of(SubjectReader.pod(namespace, arrival, now, before));
            case Content.Bindings() -> Optional.of(SubjectReader.pod(namespace, arrival, now, before));
            case Content.Nads() -> SubjectReader.nad(namespace, arrival, now, before, maxConfigBytes(settings));
            case Content.Operator() -> TemplateReader.operator(arrival, now, before, maxConfigBytes(settings));
            case Content.Workloads(Shape shape) -> TemplateReader.workload(namespace, shape, arrival, now, before);
            case Content.Machines(Shape shape) -> TemplateReader.machine(namespace, shape, arrival, now, before);
            case Content.Own() -> Optional.empty();
        };
    }

    /// A rule tells of what is longer than the limit; where a policy does not enforce that, the rest is judged too.
    private static int maxConfigBytes(Settings settings) {
        return settings.beyondLimits().sizes().configBytes();
    }

    /// How the object arrives; `null` for what is not reviewed.
    private static @Nullable Arrival arrival(Content content, String operation) {
        return switch (operation) {
            case "CREATE" -> content instanceof Content.Bindings ? Arrival.BINDING : Arrival.CREATE;
            case "UPDATE" -> content instanceof Content.Bindings ? null : Arrival.UPDATE;
            case "DELETE" -> content instanceof Content.Nads ? Arrival.DELETE : null;
            default -> null;
        };
    }
}
