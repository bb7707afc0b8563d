package dev.multihoming.webhook.audit;

import dev.multihoming.core.admission.ReviewedKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one look through the cluster found, by namespace. Its size is bounded by the number of namespaces, not by that
/// of their objects.
public final class AuditSnapshot {
    private final int room;
    private final Map<String, NamespaceSummary> tallies = new TreeMap<>();
    private final Set<String> unread = new TreeSet<>();
    private int objects;

    /// `room` is how many results are kept of a namespace.
    AuditSnapshot(int room) {
        this.room = room;
    }

    NamespaceSummary in(String namespace) {
        return tallies.computeIfAbsent(namespace, _ -> new NamespaceSummary(room));
    }

    void seen() {
        objects++;
    }

    void notPermitted(ReviewedKind kind) {
        unread.add(kind.kind());
    }

    /// The namespaces that have anything to do with additional networks.
    public Map<String, NamespaceSummary> tallies() {
        return tallies;
    }

    /// Kinds that RBAC keeps from us.
    public Set<String> unread() {
        return unread;
    }

    /// All that were looked at, those without networks included.
    public int objects() {
        return objects;
    }
}
