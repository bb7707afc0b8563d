package dev.multihoming.core.review;

import java.util.List;

/// The repairs of a pod, at their places in the object that has its template.
final class TemplateRepairs {
    private TemplateRepairs() {}

    /// `path` of the template: `spec.template`; empty where the object itself describes the pod.
    static List<RuleMutation> in(String path, List<RuleMutation> mutations) {
        return path.isEmpty()
                ? mutations
                : mutations.stream()
                        .map(mutation -> new RuleMutation(mutation.card(), moved(mutation.repair(), path)))
                        .toList();
    }

    private static Mutation moved(Mutation repair, String path) {
        String pointer = "/" + path.replace('.', '/');
        return switch (repair) {
            case TextMutation text ->
                new TextMutation(pointer + text.pointer(), text.original(), text.edit(), moved(text.note(), path));
            case Addition addition ->
                new Addition(
                        pointer + addition.pointer(),
                        addition.members().stream()
                                .map(member -> new Addition.Member(pointer + member.pointer(), member.text()))
                                .toList(),
                        moved(addition.note(), path));
        };
    }

    private static Violation moved(Violation note, String path) {
        Location location = note.location();
        return new Violation(location.in(path + "." + location.field()), note.fact(), note.remedy());
    }
}
