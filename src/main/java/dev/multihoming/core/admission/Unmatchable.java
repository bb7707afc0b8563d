package dev.multihoming.core.admission;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NadName;
import dev.multihoming.core.review.NetworkLimits;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.review.SegmentRange;
import dev.multihoming.core.subject.PolicyChange.Fact;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names that no object can have.
final class Unmatchable {
    private static final String SEGMENTS = "spec.limits.segments";

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

    /// Segments whose name nothing can have, and those that the other limits take away.
    static List<Fact> segments(NetworkLimits limits) {
        SegmentList listed = limits.segments();
        return listed == null
                ? List.of()
                : listed.ranges().stream()
                        .flatMap(range -> segment(range, limits))
                        .toList();
    }

    private static Stream<Fact> segment(SegmentRange range, NetworkLimits limits) {
        String quoted = Quoted.of(range.toString());
        if (range.name().contains("*")) {
            return Stream.of(fact(
                    SEGMENTS,
                    "%s matches nothing: names have no wildcards".formatted(quoted),
                    "Write an entry for each name"));
        }
        return range.isWhole() || limits.permitsSome(range.first(), range.last())
                ? Stream.empty()
                : Stream.of(fact(
                        SEGMENTS,
                        "%s permits nothing: limits.vlans has none of its VLANs".formatted(quoted),
                        "Add them to limits.vlans, or remove one of the two"));
    }
}
