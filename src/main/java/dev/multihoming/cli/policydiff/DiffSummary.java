package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.policydiff.ObjectDiff.Change;

/// The line that says it all.
final class DiffSummary {
    private DiffSummary() {}

    /// `3 objects newly denied in 2 namespaces, 1 newly allowed, 0 changed, 40 unchanged.`
    static String of(PolicyDiff diff) {
        long denied = diff.count(Change.NEWLY_DENIED);
        return "%s newly denied%s, %d newly allowed, %d changed, %d unchanged."
                .formatted(
                        count(denied, "object"),
                        denied == 0 ? "" : " in " + count(diff.namespacesDenied(), "namespace"),
                        diff.count(Change.NEWLY_ALLOWED),
                        diff.count(Change.CHANGED),
                        diff.unchanged());
    }

    /// `2 Pods`, `2 MultiNetworkPolicies`.
    static String count(long count, String thing) {
        if (count == 1) {
            return "1 " + thing;
        }
        return thing.endsWith("y")
                ? count + " " + thing.substring(0, thing.length() - 1) + "ies"
                : count + " " + thing + "s";
    }
}
