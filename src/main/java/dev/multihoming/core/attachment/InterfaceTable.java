package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The interfaces of a pod.
///
/// @param rows in the order in which Multus makes them, the default network first
/// @param remarks what to know beside the table: sentences
public record InterfaceTable(List<InterfaceRow> rows, List<String> remarks) {
    private static final List<String> HEADER =
            List.of("INTERFACE", "NETWORK", "PLUGIN", "CONNECTED TO", "VLAN", "MAC", "ADDRESS", "DEFAULT ROUTE");

    public InterfaceTable {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /// The names, in order.
    public List<String> names() {
        return rows.stream().map(InterfaceRow::name).toList();
    }

    /// The rows under their headings, aligned with spaces; every line ends. Empty where there are no rows.
    public String text() {
        if (rows.isEmpty()) {
            return "";
        }
        return TextTable.of(lines());
    }

    /// The cells of the rows, with their headings first.
    public List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        rows.forEach(row -> lines.add(cells(row)));
        return lines;
    }

    private static List<String> cells(InterfaceRow row) {
        Attachment made = row.attachment();
        return Stream.of(
                        row.name(),
                        row.network(),
                        made.plugin(),
                        made.link(),
                        made.vlan(),
                        made.mac(),
                        made.addresses(),
                        made.defaultRoute())
                .toList();
    }
}
