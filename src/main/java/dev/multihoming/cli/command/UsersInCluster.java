package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.NetworkOwners.Owner;
import java.util.List;
import java.util.function.Consumer;

/// The cluster as far as it tells who uses one network: in all namespaces where the user may list them, or else in the
/// network's own.
///
/// @param network that is not read again
record UsersInCluster(ReadableCluster cluster, NadRef ref, JsonNode network) implements ObjectSource {
    /// @param found users, a line each
    /// @param notices what could not be read, sentences
    record Found(List<String> found, List<String> notices) {}

    static Found of(ClusterReading cluster, NadRef ref, JsonNode network) {
        UsersInCluster source = new UsersInCluster(ReadableCluster.wide(cluster, ref.namespace()), ref, network);
        List<String> users = NetworkInventory.read(source, ref).asked().stream()
                .flatMap(it -> it.owners().all().stream())
                .map(UsersInCluster::line)
                .toList();
        return new Found(users, source.notices());
    }

    private static String line(Owner owner) {
        String object = owner.object().toString();
        return owner.isBarePod() || owner.pods() == 0
                ? object
                : "%s (%d %s)".formatted(object, owner.pods(), owner.pods() == 1 ? "pod" : "pods");
    }

    @Override
    public void networks(Visitor visitor) {
        visitor.visit(ReviewedKinds.NADS, ref.namespace(), network);
    }

    @Override
    public List<ReviewedKind> users(Visitor visitor) {
        return ReviewedKinds.all().stream()
                .filter(NetworkInventory::isUser)
                .filter(kind -> !cluster.users(
                        kind,
                        object -> visitor.visit(
                                kind, object.at("/metadata/namespace").asText(), object)))
                .toList();
    }

    @Override
    public void nodes(Consumer<JsonNode> each) {}

    @Override
    public List<String> notices() {
        return cluster.notices();
    }
}
