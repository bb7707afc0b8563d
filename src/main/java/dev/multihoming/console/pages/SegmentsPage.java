package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Topology.Filter;
import dev.multihoming.console.engine.Topology.Line;
import dev.multihoming.console.engine.Topology.Segment;
import dev.multihoming.console.engine.Topology.Segments;
import java.util.List;
import java.util.Map;

/// Networks by the segment that they are on: who shares one, and whose addresses overlap.
public final class SegmentsPage {
    /// The value of the parameter `by` that leads here.
    public static final String SEGMENT = "segment";

    private static final int MAX_ROWS = 200;
    private static final String NETWORK = "NETWORK";
    private static final String OVERLAPS = "OVERLAPS";

    private final Html page = new Html();
    private final Segments segments;

    private SegmentsPage(Segments segments) {
        this.segments = segments;
    }

    /// What stands in the URL.
    public static Filter filter(Map<String, String> query) {
        return new Filter(
                query.getOrDefault("namespace", ""),
                query.getOrDefault("name", ""),
                query.containsKey("shared"),
                query.containsKey("overlaps"),
                query.containsKey("users"),
                MAX_ROWS);
    }

    public static String of(Segments segments, Filter filter) {
        return new SegmentsPage(segments).page(filter);
    }

    private String page(Filter filter) {
        Notices.add(page, segments.notices());
        NetworkViews.add(page, SEGMENT, filter.namespace(), filter.name());
        page.tag("<section class=\"card\"><form class=\"toolbar\" role=\"search\">")
                .tag("<input type=\"hidden\" name=\"by\" value=\"segment\">");
        NetworkViews.input(page, "namespace", Texts.of("filter.namespace"), filter.namespace());
        NetworkViews.input(page, "name", Texts.of("filter.name"), filter.name());
        page.tag("<div class=\"boxes\">");
        box("shared", "Shared by namespaces", filter.shared());
        box("overlaps", "Overlapping addresses", filter.overlaps());
        box("users", "Count users", filter.users());
        page.tag("</div><button>").say("filter.filter").tag("</button></form>");
        if (segments.shown().isEmpty()) {
            nothing(filter);
        } else {
            table();
        }
        return Frame.of("Networks", Texts.translated("Networks by segment"), page.tag("</section>"));
    }

    private void box(String key, String label, boolean isSet) {
        page.tag("<label class=\"box\"><input type=\"checkbox\" name=\"" + key + "\" value=\"on\"")
                .tag(isSet ? " checked> " : "> ")
                .fromEngine(label)
                .tag("</label>");
    }

    private void nothing(Filter filter) {
        boolean isFiltered = filter.shared()
                || filter.overlaps()
                || !filter.namespace().isEmpty()
                || !filter.name().isEmpty();
        page.tag("<div class=\"empty\"><h2>");
        if (isFiltered) {
            page.fromEngine("No segment matches the filters");
        } else {
            page.say("networks.none");
        }
        page.tag("</h2><p>");
        if (filter.shared() || filter.overlaps()) {
            page.fromEngine("You may list no network on a segment that is shared or has overlapping addresses.");
        } else {
            page.say("networks.no-match.help");
        }
        page.tag("</p></div>");
    }

    private void table() {
        List<String> heads = segments.heads();
        page.tag("<table role=\"table\" class=\"grouped\"><thead><tr role=\"row\">");
        heads.forEach(it -> page.tag("<th role=\"columnheader\" scope=\"col\">")
                .fromEngine(Table.heading(it))
                .tag("</th>"));
        page.tag("</tr></thead>");
        segments.shown().forEach(it -> segment(it, heads));
        page.tag("</table><p class=\"help\">").fromEngine(count()).tag("</p>");
        segments.remarks()
                .forEach(it -> page.tag("<p class=\"help\">").fromEngine(it).tag("</p>"));
    }

    private void segment(Segment segment, List<String> heads) {
        page.tag("<tbody role=\"rowgroup\"><tr role=\"row\" class=\"group\"><th role=\"rowheader\" scope=\"rowgroup\"")
                .tag(" colspan=\"" + heads.size() + "\">")
                .fromEngine(segment.name());
        if (segment.isShared()) {
            page.tag(" <span class=\"label bad\">")
                    .fromEngine("shared by " + segment.namespaces() + " namespaces")
                    .tag("</span>");
        }
        if (segment.lines().stream().anyMatch(Line::overlaps)) {
            page.tag(" <span class=\"label bad\">")
                    .fromEngine("overlapping addresses")
                    .tag("</span>");
        }
        page.tag("</th></tr>");
        segment.lines().forEach(it -> line(it, heads));
        page.tag("</tbody>");
    }

    private void line(Line line, List<String> heads) {
        page.tag("<tr role=\"row\">");
        for (int i = 0; i < heads.size(); i++) {
            String head = heads.get(i);
            page.tag("<td role=\"cell\" data-label=\"")
                    .text(Texts.translated(Table.heading(head)))
                    .tag("\">");
            String text = line.cells().get(i);
            if (head.equals(NETWORK)) {
                page.tag("<a href=\"")
                        .text(Links.network(
                                line.network().namespace(), line.network().name()))
                        .tag("\">")
                        .text(text)
                        .tag("</a></td>");
            } else if (head.equals(OVERLAPS) && line.overlaps()) {
                page.tag("<span class=\"overlap\">").text(text).tag("</span></td>");
            } else {
                page.text(text).tag("</td>");
            }
        }
        page.tag("</tr>");
    }

    private String count() {
        int shown = segments.shown().stream().mapToInt(it -> it.lines().size()).sum();
        String all = Counts.of(segments.segments(), "segment") + ", " + Counts.of(segments.networks(), "network") + ".";
        return shown == segments.networks()
                ? all
                : "%s The first %d networks are shown. Use the filters to see others.".formatted(all, shown);
    }
}
