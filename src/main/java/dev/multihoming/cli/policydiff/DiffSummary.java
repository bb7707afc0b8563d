package dev.multihoming.cli.policydiff;

import dev.multihoming.cli.policydiff.ObjectDiff.Change;

/// The line that says it all.
final class DiffSummary {
    private DiffSummary() {}

    /// `3 objects newly denied in 2 namespaces, 1 newly allowed, 0 changed, 40 unchanged.`
    static String of(PolicyDiff diff) {
        long denied = diff.count(Change.NEWLY_DENIED);
        long namespaces = diff.namespacesDenied();
        long allowed = diff.count(Change.NEWLY_ALLOWED);
        long changed = diff.count(Change.CHANGED);
        int unchanged = diff.unchanged();
        // Whole sentences: the console translates them.
        if (denied == 0) {
            return "0 objects newly denied, %s newly allowed, %s changed, %s unchanged."
                    .formatted(allowed, changed, unchanged);
        }
        if (denied == 1) {
            return "1 object newly denied in 1 namespace, %s newly allowed, %s changed, %s unchanged."
                    .formatted(allowed, changed, unchanged);
        }
        return namespaces == 1
                ? "%s objects newly denied in 1 namespace, %s newly allowed, %s changed, %s unchanged."
                        .formatted(denied, allowed, changed, unchanged)
                : "%s objects newly denied in %s namespaces, %s newly allowed, %s changed, %s unchanged."
                        .formatted(denied, namespaces, allowed, changed, unchanged);
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
