package dev.multihoming.core.admission;

import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.ObjectFields;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Subject;
import dev.multihoming.core.subject.SubjectReader;
import dev.multihoming.core.subject.TemplateReader;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes subjects of requests and of existing objects, by the table of what is reviewed.
public final class SubjectFactory {
    private SubjectFactory() {}

    /// Empty for what is not reviewed, and for our own objects, which [PolicyReading] reads.
    static Optional<Subject> of(AdmissionRequest request, Settings settings) {
        Content content =
                ReviewedKinds.of(request.resource()).map(ReviewedKind::content).orElse(null);
        Operation operation = content == null ? null : operation(content, request.operation());
        return content == null || operation == null
                ? Optional.empty()
                : subject(
                        content,
                        request.namespace(),
                        new Change(operation, request.object(), request.oldObject()),
                        settings);
    }

    /// An existing object, as if it had just come, without anything to compare it with.
    static Optional<Subject> existing(ReviewedKind kind, String namespace, ObjectFields object, Settings settings) {
        return subject(kind.content(), namespace, new Change(Operation.EXISTING, object, ObjectFields.NONE), settings);
    }

    private record Change(Operation operation, ObjectFields now, ObjectFields before) {}

    private static Optional<Subject> subject(Content content, String namespace, Change change, Settings settings) {
        Operation operation = change.operation();
        ObjectFields now = change.now();
        ObjectFields before = change.before();
        return switch (content) {
            case Content.Pods() -> Optional.of(SubjectReader.pod(namespace, operation, now, before));
            case Content.Bindings() -> Optional.of(SubjectReader.pod(namespace, operation, now, before));
            case Content.Nads() -> SubjectReader.nad(namespace, operation, now, before, maxConfigBytes(settings));
            case Content.Operator() -> TemplateReader.operator(operation, now, before, maxConfigBytes(settings));
            case Content.Workloads(Shape shape) -> TemplateReader.workload(namespace, shape, operation, now, before);
            case Content.Machines(Shape shape) -> TemplateReader.machine(namespace, shape, operation, now, before);
            case Content.NetworkPolicies() -> SubjectReader.networkPolicy(namespace, operation, now, before);
            case Content.Own() -> Optional.empty();
        };
    }

    /// A rule tells of what is longer than the limit; where a policy does not enforce that, the rest is judged too.
    private static int maxConfigBytes(Settings settings) {
        return settings.beyondLimits().sizes().configBytes();
    }

    /// How the object arrives; `null` for what is not reviewed.
    private static @Nullable Operation operation(Content content, String operation) {
        return switch (operation) {
            case "CREATE" -> content instanceof Content.Bindings ? Operation.BINDING : Operation.CREATE;
            case "UPDATE" -> content instanceof Content.Bindings ? null : Operation.UPDATE;
            case "DELETE" -> content instanceof Content.Nads ? Operation.DELETE : null;
            default -> null;
        };
    }
}
