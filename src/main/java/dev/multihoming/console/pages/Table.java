package dev.multihoming.console.pages;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A table. On narrow pages each cell stands on a line of its own, after its label.
final class Table {
    private static final Set<String> ABBREVIATIONS = Set.of("MAC", "VLAN", "MTU", "IPAM");

    private final Html page;

    /// With those headings.
    Table(Html page, List<String> heads) {
        this(page, heads, "");
    }

    /// @param style a class of our style sheet; may be empty
    Table(Html page, List<String> heads, String style) {
        this.page = page;
        page.tag("<table role=\"table\" class=\"" + style + "\"><thead><tr role=\"row\">");
        heads.forEach(it -> page.tag("<th role=\"columnheader\" scope=\"col\">")
                .fromEngine(it)
                .tag("</th>"));
        page.tag("</tr></thead><tbody role=\"rowgroup\">");
    }

    void row(Runnable cells) {
        page.tag("<tr role=\"row\">");
        cells.run();
        page.tag("</tr>");
    }

    /// The cell stays open for what is in it.
    Html cell(String label) {
        return page.tag("<td role=\"cell\" data-label=\"")
                .text(Texts.translated(label))
                .tag("\">");
    }

    void cell(String label, String text) {
        cell(label).text(text).tag("</td>");
    }

    void close() {
        page.tag("</tbody></table>");
    }

    /// Lines of the engine: the first has the headings, which it writes in capitals.
    static void of(Html page, List<List<String>> lines) {
        List<String> heads = lines.getFirst().stream().map(Table::heading).toList();
        Table table = new Table(page, heads);
        lines.stream()
                .skip(1)
                .forEach(line -> table.row(() -> {
                    for (int i = 0; i < heads.size(); i++) {
                        table.cell(heads.get(i), line.get(i));
                    }
                }));
        table.close();
    }

    static String heading(String capitals) {
        return ABBREVIATIONS.contains(capitals)
                ? capitals
                : capitals.charAt(0) + capitals.substring(1).toLowerCase(Locale.ROOT);
    }
}
