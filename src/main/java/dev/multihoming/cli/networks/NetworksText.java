package dev.multihoming.cli.networks;

import dev.multihoming.cli.networks.NetworkListing.Entry;
import dev.multihoming.cli.networks.NetworkListing.Order;
import dev.multihoming.core.multus.Printable;
import dev.multihoming.core.multus.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// For a terminal.
public final class NetworksText implements NetworksReport {
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
        details.consequences().forEach(this::line);
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
            List<String> others = details.neighbors(entry).stream()
                    .map(network -> "  Also on it: " + NetworkDetails.neighbor(network, entry))
                    .toList();
            others.forEach(this::line);
            if (others.isEmpty()) {
                line("  No other network is on it.");
            }
        }
    }

    private void users(NetworkDetails details) {
        out.println();
        if (details.network().isPrimary()) {
            line(
                    "It is the primary network of its namespace: all pods there are on it, also those that do not select it.");
        }
        if (details.owners().isEmpty()) {
            line("No pod, workload or virtual machine selects it.");
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
        out.println();
        out.print(TextTable.of(NodeLinks.lines(links)));
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
