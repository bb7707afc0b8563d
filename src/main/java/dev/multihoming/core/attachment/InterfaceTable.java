package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        rows.forEach(row -> lines.add(cells(row)));
        List<Integer> widths = IntStream.range(0, HEADER.size())
                .mapToObj(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return lines.stream().map(line -> aligned(line, widths)).collect(Collectors.joining());
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
                .map(Printable::oneLine)
                .toList();
    }

    private static String aligned(List<String> line, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < line.size(); column++) {
            text.append(line.get(column));
            text.repeat(' ', widths.get(column) - line.get(column).length() + 2);
        }
        return text.toString().stripTrailing() + "\n";
    }
}
