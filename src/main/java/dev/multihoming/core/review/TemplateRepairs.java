package dev.multihoming.core.review;

import java.util.List;

/// The repairs of a pod, at their places in the object that has its template.
final class TemplateRepairs {
    private TemplateRepairs() {}

    /// `path` of the template: `spec.template`; empty where the object itself describes the pod.
    static List<Amendment> in(String path, List<Amendment> amendments) {
        return path.isEmpty()
                ? amendments
                : amendments.stream()
                        .map(amendment -> new Amendment(amendment.card(), moved(amendment.repair(), path)))
                        .toList();
    }

    private static Repair moved(Repair repair, String path) {
        String pointer = "/" + path.replace('.', '/');
        return switch (repair) {
            case TextRepair text ->
                new TextRepair(pointer + text.pointer(), text.original(), text.edit(), moved(text.note(), path));
            case Addition addition ->
                new Addition(
                        pointer + addition.pointer(),
                        addition.members().stream()
                                .map(member -> new Addition.Member(pointer + member.pointer(), member.text()))
                                .toList(),
                        moved(addition.note(), path));
        };
    }

    private static Observation moved(Observation note, String path) {
        Place place = note.place();
        return new Observation(place.in(path + "." + place.field()), note.fact(), note.remedy());
    }
}
