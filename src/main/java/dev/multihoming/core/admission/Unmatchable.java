package dev.multihoming.core.admission;

import dev.multihoming.core.api.PolicySpec.Limits;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NadName;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.review.SegmentRange;
import dev.multihoming.core.subject.PolicyChange.Fact;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names that no object can have.
final class Unmatchable {
    private Unmatchable() {}

    static Fact fact(String field, String text, String remedy) {
        return new Fact(Topic.NEVER_MATCHES, field, text, remedy);
    }

    static List<Fact> namespaces(@Nullable List<String> names) {
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> !NadName.isNamespace(name))
                        .map(name -> fact(
                                "spec.namespaces",
                                "%s cannot be the name of a namespace, and there are no wildcards"
                                        .formatted(Quoted.of(name)),
                                name.equals("*") ? "Leave namespaces out for all of them" : "Write the whole name"))
                        .toList();
    }

    /// Names that are empty or hold a `*`, which no requester and no object has.
    static List<Fact> names(String field, @Nullable List<String> names) {
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> name.isBlank() || name.contains("*"))
                        .map(name -> fact(
                                field,
                                "%s matches nothing: there are no wildcards".formatted(Quoted.of(name)),
                                "Write the whole name"))
                        .toList();
    }

    /// References to namespaces, or to networks in them, that nothing can be called.
    static List<Fact> references(@Nullable List<String> references) {
        return references == null
                ? List.of()
                : references.stream()
                        .filter(reference -> !isReference(reference))
                        .map(reference -> fact(
                                "spec.allowedForeignReferences",
                                "%s cannot be the name of a namespace, or of a namespace and a network, and there are no wildcards"
                                        .formatted(Quoted.of(reference)),
                                "Write 'namespace' for all of its networks, or 'namespace/name'"))
                        .toList();
    }

    private static boolean isReference(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0
                ? NadName.isNamespace(reference)
                : new NadRef(reference.substring(0, slash), reference.substring(slash + 1)).couldExist();
    }

    /// All that limits name: what nothing is called, and segments that the other limits take away.
    static List<Fact> limits(@Nullable Limits written, NetworkLimits limits) {
        if (written == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        facts.addAll(names("spec.limits.pluginTypes", written.pluginTypes()));
        facts.addAll(names("spec.limits.links", written.links()));
        facts.addAll(names("spec.limits.resourceNames", written.resourceNames()));
        facts.addAll(segments("spec.limits.segments", "permits", limits.segments(), limits));
        return facts;
    }

    /// Segments whose name nothing can have, and those that the limit of VLANs takes away.
    ///
    /// @param does what an entry does, a verb
    static List<Fact> segments(String field, String does, @Nullable SegmentList listed, NetworkLimits limits) {
        return listed == null
                ? List.of()
                : listed.ranges().stream()
                        .flatMap(range -> segment(field, does, range, limits))
                        .toList();
    }

    private static Stream<Fact> segment(String field, String does, SegmentRange range, NetworkLimits limits) {
        String quoted = Quoted.of(range.toString());
        if (range.name().contains("*")) {
            return Stream.of(fact(
                    field,
                    "%s matches nothing: names have no wildcards".formatted(quoted),
                    "Write an entry for each name"));
        }
        return range.isWhole() || limits.permitsSome(range.first(), range.last())
                ? Stream.empty()
                : Stream.of(fact(
                        field,
                        "%s %s nothing: limits.vlans has none of its VLANs".formatted(quoted, does),
                        "Add them to limits.vlans, or remove one of the two"));
    }
}
