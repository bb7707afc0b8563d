package dev.multihoming.cli.networks;

import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.NetworkOwners.Owner;
import dev.multihoming.core.topology.SegmentGroups;
import java.util.List;

/// All that is to be said of one network.
///
/// @param table of what a pod gets
/// @param entries one for each segment that it is on; none where that is not known
/// @param owners who uses it
/// @param links of the nodes
public record NetworkDetails(
        Network network, InterfaceTable table, List<Entry> entries, List<Owner> owners, List<NodeLinks.Link> links) {
    public NetworkDetails {
        entries = List.copyOf(entries);
        owners = List.copyOf(owners);
        links = List.copyOf(links);
    }

    public static NetworkDetails of(
            NetworkInventory inventory,
            NetworkInventory.AskedNetwork asked,
            InterfaceTable table,
            List<NodeLinks.Link> links) {
        return new NetworkDetails(
                asked.network(),
                table,
                SegmentGroups.of(inventory.networks()).stream()
                        .filter(group -> group.networks().stream().anyMatch(asked::is))
                        .flatMap(NetworkListing::entries)
                        .filter(entry -> asked.is(entry.network()))
                        .toList(),
                asked.owners().all(),
                links);
    }

    /// How many pods are attached.
    int pods() {
        return owners.stream().mapToInt(Owner::pods).sum();
    }

    /// Those that make pods again, which then need the network.
    List<Owner> restarting() {
        return owners.stream().filter(owner -> !owner.isBarePod()).toList();
    }
}
