package dev.multihoming.cli.networks;

import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.NetworkOwners.Owner;
import dev.multihoming.core.topology.SegmentGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All that is to be said of one network.
///
/// @param table of what a pod gets
/// @param entries one for each segment that it is on; none where that is not known
/// @param owners who uses it
/// @param links of the nodes
public record NetworkDetails(
        Network network, InterfaceTable table, List<Entry> entries, List<Owner> owners, List<NodeLinks.Link> links) {
    /// In a sentence; the table has all of them.
    private static final int MOST_NAMED = 8;

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

    /// The other networks on that segment.
    public List<Network> neighbors(Entry entry) {
        return entry.group().stream()
                .flatMap(group -> group.networks().stream())
                .filter(other -> !other.equals(network))
                .toList();
    }

    /// One of them in words.
    public static String neighbor(Network other, Entry entry) {
        String addresses = other.pools().isEmpty()
                ? ""
                : " (%s by %s)".formatted(ListingColumns.pools(other), ListingColumns.orNone(other.ipam()));
        return other.ref() + addresses + (entry.overlaps().contains(other.ref()) ? ", addresses overlap" : "");
    }

    /// The ranges that it assigns addresses from, in words.
    public String ranges() {
        return ListingColumns.pools(network);
    }

    /// Of a change or deletion: running pods keep their interfaces, and only new ones are attached anew.
    public List<String> consequences() {
        List<Owner> restarting = restarting();
        if (owners.isEmpty()) {
            return List.of(
                    network.isPrimary()
                            ? "If it is deleted, new pods of its namespace do not start."
                            : "If it is deleted, nothing that was read breaks.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "If it is changed or deleted, running pods (%d) keep their interfaces until they are created again."
                        .formatted(pods()));
        if (!restarting.isEmpty()) {
            sentences.add("If it is deleted, new pods of these do not start: %s.".formatted(named(restarting)));
            sentences.add("If it is changed, new pods get the changed network while running pods keep the old one.");
        }
        long bare = owners.stream().filter(Owner::isBarePod).count();
        if (bare > 0) {
            sentences.add("Pods without a controller (%d) are not recreated automatically.".formatted(bare));
        }
        return sentences;
    }

    private static String named(List<Owner> owners) {
        String first = owners.stream()
                .limit(MOST_NAMED)
                .map(owner -> owner.object().toString())
                .collect(Collectors.joining(", "));
        int more = owners.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
