package dev.multihoming.cli.networks;

import dev.multihoming.cli.networks.NetworkListing.Order;
import dev.multihoming.core.multus.CsvText;
import dev.multihoming.core.multus.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// For spreadsheets. Notices go to standard error, since a reader of the lines expects nothing else.
public final class NetworksCsv implements NetworksReport {
    private final PrintWriter out;
    private final PrintWriter err;

    public NetworksCsv(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void list(NetworkListing listing, NetworkInventory inventory, Order order, List<String> notices) {
        print(
                ListingColumns.lines(listing, inventory, order),
                Stream.concat(listing.remarks().stream(), notices.stream()).toList());
    }

    /// Its users.
    @Override
    public void details(NetworkDetails details, List<String> notices) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("NETWORK", "KIND", "NAMESPACE", "NAME", "PODS"));
        details.owners()
                .forEach(owner -> lines.add(List.of(
                        details.network().ref().toString(),
                        owner.object().kind(),
                        owner.object().namespace(),
                        owner.object().name(),
                        "" + owner.pods())));
        print(lines, notices);
    }

    private void print(List<List<String>> lines, List<String> notices) {
        out.print(CsvText.of(lines));
        out.flush();
        notices.forEach(notice -> err.println(Printable.oneLine(notice)));
        err.flush();
    }
}
