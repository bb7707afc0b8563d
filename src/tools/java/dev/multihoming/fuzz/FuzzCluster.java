package dev.multihoming.fuzz;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.webhook.lookup.NetworkDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A cluster with one network of each sort that rules tell apart; names that begin with `u` have to be asked for.
final class FuzzCluster implements NetworkDirectory {
    static final String NAMESPACE = "tenant-a";

    private static final Map<String, NadSummary> NETWORKS = Map.of(
            "a", nad("a", "bridge", NodeNeeds.NONE),
            "b", nad("b", "macvlan", NodeNeeds.of("example.com/nic", "zone=north")),
            "bond", nad("bond", "bond", NodeNeeds.NONE),
            "sriov", nad("sriov", "sriov", NodeNeeds.of("intel.com/vf", "")),
            "unit", nad("unit", "bridge", NodeNeeds.NONE));

    private static NadSummary nad(String name, String type, NodeNeeds needs) {
        String config = "{\"name\": \"net-%s\", \"type\": \"%s\"}".formatted(name, type);
        return NadSummary.of(new NadRef(NAMESPACE, name), config, needs);
    }

    @Override
    public Optional<Lookup> known(NadRef ref) {
        return ref.name().startsWith("u") ? Optional.empty() : Optional.of(lookup(ref));
    }

    @Override
    public CompletionStage<Lookup> ask(NadRef ref) {
        return CompletableFuture.completedStage(
                ref.name().startsWith("un") ? new Lookup.Unknown("nobody answered") : lookup(ref));
    }

    private static Lookup lookup(NadRef ref) {
        NadSummary found = ref.namespace().equals(NAMESPACE) ? NETWORKS.get(ref.name()) : null;
        return found == null ? new Lookup.Absent() : new Lookup.Found(found);
    }

    @Override
    public Collection<String> names(String namespace) {
        return namespace.equals(NAMESPACE) ? NETWORKS.keySet() : List.of();
    }

    @Override
    public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
        return networkName.equals("elsewhere");
    }

    @Override
    public CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere) {
        return CompletableFuture.completedStage(new NetworkUsers(List.of("web-1", "web-2"), 7, 1, true));
    }

    @Override
    public ClusterFacts facts() {
        return new ClusterFacts(
                Set.of("ens1"),
                Set.of("br0"),
                Set.of("br-ex"),
                Set.of("br0"),
                Map.of(NAMESPACE, "deny-all"),
                Map.of("ovs", "ovs"),
                Map.of("kubevirt", Set.of("elsewhere/binding")));
    }
}
