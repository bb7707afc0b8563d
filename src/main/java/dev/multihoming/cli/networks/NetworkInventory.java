package dev.multihoming.cli.networks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.NetworkOwners;
import dev.multihoming.core.topology.NetworkUsage;
import dev.multihoming.core.topology.NetworkUser.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All networks of a source, and who uses them.
///
/// @param notRead roles of users of which some could not be read
/// @param asked the network that was asked about, with its users; empty where none was
public record NetworkInventory(
        List<Network> networks, NetworkUsage usage, Set<Role> notRead, Optional<AskedNetwork> asked) {
    public NetworkInventory {
        networks = List.copyOf(networks);
        notRead = Set.copyOf(notRead);
    }

    /// The network that was asked about.
    ///
    /// @param object its NAD
    public record AskedNetwork(Network network, JsonNode object, NetworkOwners owners) {
        boolean is(Network other) {
            return other.ref().equals(network.ref());
        }
    }

    /// Networks first, since only users of those are counted.
    public static NetworkInventory read(ObjectSource source, @Nullable NadRef asked) {
        Map<NadRef, Network> networks = new LinkedHashMap<>();
        List<AskedNetwork> found = new ArrayList<>();
        source.networks((_, namespace, nad) -> {
            Network network = network(namespace, nad);
            networks.put(network.ref(), network);
            if (network.ref().equals(asked)) {
                found.add(new AskedNetwork(network, nad, new NetworkOwners(network.ref())));
            }
        });
        NetworkUsage usage = new NetworkUsage(networks.keySet());
        Set<Role> notRead = EnumSet.noneOf(Role.class);
        source.users((kind, namespace, object) -> UserReader.read(kind, namespace, object)
                        .ifPresent(user -> {
                            usage.add(user);
                            found.forEach(it -> it.owners().add(user));
                        }))
                .forEach(kind -> role(kind).ifPresent(notRead::add));
        return new NetworkInventory(
                List.copyOf(networks.values()), usage, notRead, found.stream().findFirst());
    }

    /// Whether nothing selects it, as far as users could be read, and no pod is on it without selecting it.
    boolean isUnused(Network network) {
        return !network.isPrimary() && usage.isUnused(network.ref());
    }

    private static Network network(String namespace, JsonNode nad) {
        return Network.of(
                new NadRef(namespace, nad.at("/metadata/name").asText()),
                nad.at("/spec/config").asText(),
                nad.at("/metadata/annotations").path(NodeNeeds.RESOURCE).asText());
    }

    /// Whether objects of that kind can select networks.
    public static boolean isUser(ReviewedKind kind) {
        return role(kind).isPresent() && !kind.kind().isEmpty();
    }

    private static Optional<Role> role(ReviewedKind kind) {
        return switch (kind.content()) {
            case Content.Pods() -> Optional.of(Role.POD);
            case Content.Workloads _ -> Optional.of(Role.WORKLOAD);
            case Content.Machines _ -> Optional.of(Role.MACHINE);
            case Content.Nads(), Content.Bindings(), Content.Operator(), Content.NetworkPolicies(), Content.Own() ->
                Optional.empty();
        };
    }
}
