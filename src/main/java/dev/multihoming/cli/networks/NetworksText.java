package dev.multihoming.cli.networks;

import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.cli.networks.NetworkListing.Order;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.multus.Printable;
import dev.multihoming.core.multus.TextTable;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.NetworkOwners.Owner;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// For a terminal.
public final class NetworksText implements NetworksReport {
    /// In a sentence; the table has all of them.
    private static final int MOST_NAMED = 8;

    private final PrintWriter out;

    public NetworksText(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void list(NetworkListing listing, NetworkInventory inventory, Order order, List<String> notices) {
        if (listing.entries().isEmpty()) {
            line(
                    inventory.networks().isEmpty()
                            ? "There are no networks."
                            : "None of the %d networks is listed."
                                    .formatted(inventory.networks().size()));
        } else {
            out.print(TextTable.of(ListingColumns.lines(listing, inventory, order)));
        }
        paragraph(listing.remarks());
        paragraph(notices);
        out.flush();
    }

    @Override
    public void details(NetworkDetails details, List<String> notices) {
        line("Network " + details.network().ref());
        out.println();
        out.print(details.table().text());
        details.table().remarks().forEach(this::line);
        segments(details);
        users(details);
        links(details.links());
        line("");
        consequences(details).forEach(this::line);
        paragraph(new NetworkListing(details.entries()).remarks());
        paragraph(notices);
        out.flush();
    }

    private void segments(NetworkDetails details) {
        out.println();
        if (details.entries().isEmpty()) {
            line("The segment is not known: " + details.network().unknownBecause() + ".");
        }
        for (Entry entry : details.entries()) {
            line("Segment  " + entry.segment());
            List<String> others = entry.group().stream()
                    .flatMap(group -> group.networks().stream())
                    .filter(network -> !network.equals(details.network()))
                    .map(network -> "  Also on it: " + described(network, entry.overlaps()))
                    .toList();
            others.forEach(this::line);
            if (others.isEmpty()) {
                line("  No other network is on it.");
            }
        }
    }

    private static String described(Network network, Set<NadRef> overlaps) {
        String addresses = network.pools().isEmpty()
                ? ""
                : " (%s by %s)".formatted(ListingColumns.pools(network), ListingColumns.orNone(network.ipam()));
        return network.ref() + addresses + (overlaps.contains(network.ref()) ? ", addresses overlap" : "");
    }

    private void users(NetworkDetails details) {
        out.println();
        if (details.network().isPrimary()) {
            line(
                    "It is the primary network of its namespace: all pods there are on it, also those that do not select it.");
        }
        if (details.owners().isEmpty()) {
            line("No pod, workload or machine selects it.");
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("USED BY", "NAMESPACE", "NAME", "PODS"));
        details.owners()
                .forEach(owner -> lines.add(List.of(
                        owner.object().kind(),
                        owner.object().namespace(),
                        owner.object().name(),
                        "" + owner.pods())));
        out.print(TextTable.of(lines));
    }

    private void links(List<NodeLinks.Link> links) {
        if (links.isEmpty()) {
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(NodeLinks.Link.HEADER);
        links.forEach(link -> lines.add(link.cells()));
        out.println();
        out.print(TextTable.of(lines));
    }

    /// Of a change or deletion: running pods keep their interfaces, and only new ones are attached anew.
    static List<String> consequences(NetworkDetails details) {
        List<Owner> restarting = details.restarting();
        if (details.owners().isEmpty()) {
            return List.of(
                    details.network().isPrimary()
                            ? "If it is deleted, new pods of its namespace do not start."
                            : "If it is deleted, nothing that was read breaks.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "If it is changed or deleted, running pods (%d) keep their interfaces until they are created again."
                        .formatted(details.pods()));
        if (!restarting.isEmpty()) {
            sentences.add("If it is deleted, new pods of these do not start: %s.".formatted(named(restarting)));
            sentences.add("If it is changed, their new pods are attached in the new way, beside those of the old one.");
        }
        long bare = details.owners().stream().filter(Owner::isBarePod).count();
        if (bare > 0) {
            sentences.add("Pods without a controller (%d) are not created again by themselves.".formatted(bare));
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

    private void paragraph(List<String> sentences) {
        if (!sentences.isEmpty()) {
            out.println();
            sentences.forEach(this::line);
        }
    }

    private void line(String text) {
        out.println(Printable.oneLine(text));
    }
}
