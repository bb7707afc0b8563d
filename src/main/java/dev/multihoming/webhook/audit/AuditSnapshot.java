package dev.multihoming.webhook.audit;

import dev.multihoming.core.admission.ReviewedKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one look through the cluster found, by namespace. Its size is bounded by the number of namespaces, not by that
/// of their objects.
public final class AuditSnapshot {
    /// Each can name ten networks. Its bytes are bounded too ([AuditReport#MAX_BYTES]).
    private static final int ROOM_OF_CLUSTER_REPORT = 500;

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

    /// What a later look at one namespace found, in place of what this one did.
    void replace(String namespace, AuditSnapshot later) {
        NamespaceSummary found = later.tallies.get(namespace);
        if (found == null) {
            tallies.remove(namespace);
        } else {
            tallies.put(namespace, found);
        }
    }

    /// The reports of the namespaces. What is in them is not kept here.
    List<AuditReport> reports() {
        List<AuditReport> reports = tallies.entrySet().stream()
                .map(entry -> AuditReport.of(entry.getKey(), entry.getValue(), unread))
                .toList();
        tallies.values().forEach(NamespaceSummary::forgetResults);
        return reports;
    }

    /// The report that names networks of several namespaces; empty where there is nothing to
    /// name.
    Optional<AuditReport> clusterReport() {
        NamespaceSummary all = new NamespaceSummary(ROOM_OF_CLUSTER_REPORT);
        tallies.values().forEach(tally -> tally.named().forEach(all::add));
        return all.worst().isEmpty()
                ? Optional.empty()
                : Optional.of(AuditReport.of(AuditReport.CLUSTER, all, Set.of()));
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
