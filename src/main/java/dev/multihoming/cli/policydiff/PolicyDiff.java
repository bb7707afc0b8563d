package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.policydiff.ObjectDiff.Change;
import java.util.List;

/// What a proposal changes.
///
/// @param current what the current policies are, in words
/// @param proposed what the proposed ones are
/// @param objects of which something else becomes, by change, namespace, owner and name
/// @param unchanged how many objects stay as they are
/// @param takeovers by namespace
/// @param gaps what could not be seen: sentences
public record PolicyDiff(
        String current,
        String proposed,
        List<ObjectDiff> objects,
        int unchanged,
        List<Takeover> takeovers,
        List<String> gaps) {
    public PolicyDiff {
        objects = List.copyOf(objects);
        takeovers = List.copyOf(takeovers);
        gaps = List.copyOf(gaps);
    }

    public boolean deniesAnew() {
        return count(Change.NEWLY_DENIED) > 0;
    }

    /// The line that says it all: `3 objects newly denied in 2 namespaces, 1 newly allowed, 0 changed, 40 unchanged.`
    public String summary() {
        return DiffSummary.of(this);
    }

    long count(Change change) {
        return of(change).size();
    }

    List<ObjectDiff> of(Change change) {
        return objects.stream().filter(object -> object.change() == change).toList();
    }

    /// In how many namespaces something is newly denied.
    long namespacesDenied() {
        return of(Change.NEWLY_DENIED).stream()
                .map(object -> object.object().namespace())
                .distinct()
                .count();
    }
}
