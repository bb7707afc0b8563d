package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.client.ResourceLists.Request;
import dev.multihoming.core.admission.ReviewedKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The objects of a cluster that its user may list: each kind in the first of some scopes where that is permitted.
/// What may not be listed is told in sentences, which name no object and count none.
final class ReadableCluster {
    private final ClusterReading cluster;
    private final List<String> scopes;
    private final Set<String> narrowed = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private final List<String> troubles = new ArrayList<>();

    private ReadableCluster(ClusterReading cluster, List<String> scopes) {
        this.cluster = cluster;
        this.scopes = scopes;
    }

    /// All namespaces, or else that one.
    static ReadableCluster wide(ClusterReading cluster, String orElse) {
        return new ReadableCluster(cluster, List.of("", orElse));
    }

    /// Only that namespace; all where it is empty, or else that of the kubeconfig.
    static ReadableCluster in(ClusterReading cluster, String namespace) {
        return namespace.isEmpty()
                ? wide(cluster, cluster.namespace())
                : new ReadableCluster(cluster, List.of(namespace));
    }

    /// Shows each object of that kind to `each`; false where none may be listed.
    boolean list(ReviewedKind kind, Consumer<JsonNode> each) {
        return list(kind, Request::of, each);
    }

    /// The same, as far as it tells which networks an object uses.
    boolean users(ReviewedKind kind, Consumer<JsonNode> each) {
        return list(kind, Request::ofUsers, each);
    }

    private boolean list(ReviewedKind kind, BiFunction<ReviewedKind, String, Request> asked, Consumer<JsonNode> each) {
        String plural = kind.resource().toString();
        for (String scope : scopes) {
            if (seen(asked.apply(kind, scope), kind.kind(), each)) {
                if (!scope.equals(scopes.getFirst())) {
                    narrowed.add(plural);
                }
                return true;
            }
        }
        refused.add(plural);
        return false;
    }

    private boolean seen(Request request, String kind, Consumer<JsonNode> each) {
        try {
            return cluster.objects().objects(request, kind, each) != Coverage.NOT_PERMITTED;
        } catch (LiveObjects.Unreadable e) {
            troubles.add("The list of %s cannot be read: %s.".formatted(request.resource(), e.getMessage()));
            return true;
        }
    }

    /// Shows the NodeNetworkState of each node.
    void nodes(Consumer<JsonNode> each) {
        try {
            if (cluster.objects().nodeStates((_, state) -> each.accept(state)) == Coverage.NOT_PERMITTED) {
                troubles.add("You may not list nodenetworkstates: nothing is known of the nodes.");
            }
        } catch (LiveObjects.Unreadable e) {
            troubles.add("The list of nodenetworkstates cannot be read: %s.".formatted(e.getMessage()));
        }
    }

    /// What could not be seen: sentences.
    List<String> notices() {
        List<String> notices = new ArrayList<>(troubles);
        String last = scopes.getLast();
        if (!narrowed.isEmpty()) {
            notices.add("You may list these in namespace %s only: %s.".formatted(last, String.join(", ", narrowed)));
        }
        if (!refused.isEmpty()) {
            notices.add("You may not list these in namespace %s: %s.".formatted(last, String.join(", ", refused)));
        }
        return notices;
    }
}
