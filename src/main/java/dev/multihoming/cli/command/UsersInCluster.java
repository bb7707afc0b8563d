package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.client.ClusterObjects;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.client.ResourceLists.Request;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.NetworkOwners.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Who uses one network: in all namespaces where the user may list them, or else in the network's own.
final class UsersInCluster implements ObjectSource {
    private final ClusterObjects cluster;
    private final NadRef ref;
    private final JsonNode network;
    private final List<String> notices = new ArrayList<>();

    private UsersInCluster(ClusterObjects cluster, NadRef ref, JsonNode network) {
        this.cluster = cluster;
        this.ref = ref;
        this.network = network;
    }

    /// @param found users, a line each
    /// @param notices what could not be read, sentences
    record Found(List<String> found, List<String> notices) {}

    /// Of that network, which is not read again.
    static Found of(NadRef ref, JsonNode network) {
        try (ClusterObjects cluster = ClusterObjects.ofCurrentContext().orElseThrow()) {
            UsersInCluster source = new UsersInCluster(cluster, ref, network);
            List<String> users = NetworkInventory.read(source, ref).asked().stream()
                    .flatMap(it -> it.owners().all().stream())
                    .map(UsersInCluster::line)
                    .toList();
            return new Found(users, source.notices());
        }
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
        ReviewedKinds.all().stream().filter(NetworkInventory::isUser).forEach(kind -> visit(kind, visitor));
        return List.of();
    }

    private void visit(ReviewedKind kind, Visitor visitor) {
        String plural = kind.resource().plural();
        try {
            if (in("", kind, visitor) != Coverage.NOT_PERMITTED) {
                return;
            }
            notices.add(
                    in(ref.namespace(), kind, visitor) == Coverage.NOT_PERMITTED
                            ? "You may not list %s: those that use the network are not shown.".formatted(plural)
                            : "You may not list %s of other namespaces: those that use the network are not shown."
                                    .formatted(plural));
        } catch (LiveObjects.Unreadable e) {
            notices.add("The %s cannot be read: %s.".formatted(plural, e.getMessage()));
        }
    }

    private Coverage in(String namespace, ReviewedKind kind, Visitor visitor) {
        Request all = Request.of(kind, namespace);
        return cluster.list(
                kind.isPod() ? all.metadataOnly() : all,
                (_, object) ->
                        visitor.visit(kind, object.at("/metadata/namespace").asText(), object));
    }

    @Override
    public void nodes(Consumer<JsonNode> each) {}

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }
}
