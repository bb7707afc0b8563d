package dev.multihoming.webhook.http;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.MacvlanPlugin;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.webhook.lookup.NetworkDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// The cluster of the made-up reviews: two networks, and the API server is never asked.
final class WarmUpDirectory implements NetworkDirectory {
    static final String NAMESPACE = "warm-up";

    private static final Map<NadRef, Lookup> NETWORKS = Map.of(
            new NadRef(NAMESPACE, "blue"), found("blue", MacvlanPlugin.TYPE),
            new NadRef(NAMESPACE, "green"), found("green", "bridge"));

    private static Lookup found(String name, String plugin) {
        return new Lookup.Found(new NadSummary(new NadRef(NAMESPACE, name), name, List.of(plugin)));
    }

    @Override
    public Optional<Lookup> known(NadRef ref) {
        return Optional.of(NETWORKS.getOrDefault(ref, new Lookup.Absent()));
    }

    @Override
    public CompletionStage<Lookup> ask(NadRef ref) {
        return CompletableFuture.completedStage(NETWORKS.getOrDefault(ref, new Lookup.Absent()));
    }

    @Override
    public Collection<String> names(String namespace) {
        return namespace.equals(NAMESPACE) ? List.of("blue", "green") : List.of();
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return false;
    }

    @Override
    public CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere) {
        return CompletableFuture.completedStage(NetworkUsers.NONE);
    }

    @Override
    public ClusterFacts facts() {
        return ClusterFacts.NONE;
    }
}
