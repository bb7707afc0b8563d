package dev.multihoming.cli.doctor;

import dev.multihoming.client.ClusterRequests;
import dev.multihoming.client.ClusterRequests.Reply;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// A cluster with what several checks need of it, read once.
///
/// @param namespace that dry runs are made in
/// @param now by which certificates are judged
/// @param groups the API groups that the cluster has; none where they cannot be read
/// @param version as the API server says it, such as `v1.34.1+k3s1`; may be empty
record Installation(
        ClusterRequests cluster,
        String namespace,
        Instant now,
        Registered validating,
        Registered mutating,
        Set<String> groups,
        String version) {
    private static final String SYSTEM = "multihoming-system";

    Installation {
        groups = Set.copyOf(groups);
    }

    static Installation read(ClusterRequests cluster, String namespace, Instant now) {
        Set<String> groups = new TreeSet<>();
        Reply known = cluster.get("apis");
        known.body()
                .path("groups")
                .forEach(group -> groups.add(group.path("name").asText()));
        return new Installation(
                cluster,
                namespace,
                now,
                Registered.read(cluster, Registered.Kind.VALIDATING),
                Registered.read(cluster, Registered.Kind.MUTATING),
                groups,
                cluster.get("version").body().path("gitVersion").asText());
    }

    /// Where the webhook runs, as far as its registration says it.
    String systemNamespace() {
        return validating
                .webhooks()
                .map(it -> it.at("/clientConfig/service/namespace").asText())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(SYSTEM);
    }

    /// Whether the webhook is asked about objects of the namespace that dry runs are made in.
    boolean hasNamespaceInScope(String webhook) {
        return validating
                .webhooks()
                .filter(it -> it.path("name").asText().equals(webhook))
                .allMatch(it -> NamespaceSelection.of(it).includes(namespace));
    }
}
