package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Engine;
import java.util.List;
import java.util.Map;

/// All networks, filtered by what stands in the URL.
public final class NetworksPage {
    /// A page of more rows is slow to show and too long to read: the filters lead to the others.
    private static final int MAX_ROWS = 100;

    private NetworksPage() {}

    /// Those that the filters leave, as many as a page shows.
    public static Engine.Selected selected(Map<String, String> query) {
        return new Engine.Selected(query.getOrDefault("namespace", ""), query.getOrDefault("name", ""), MAX_ROWS);
    }

    public static String of(Engine.Networks networks, Map<String, String> query) {
        String namespace = query.getOrDefault("namespace", "");
        String name = query.getOrDefault("name", "");
        List<Engine.Network> shown = networks.all();
        Html page = new Html();
        Notices.add(page, networks.notices());
        NetworkViews.add(page, "", namespace, name);
        page.tag("<section class=\"card\"><form class=\"toolbar\" role=\"search\">");
        NetworkViews.input(page, "namespace", Texts.of("filter.namespace"), namespace);
        NetworkViews.input(page, "name", Texts.of("filter.name"), name);
        page.tag("<button>")
                .say("filter.filter")
                .tag("</button><a class=\"button primary\" href=\"/networks/new\">")
                .say("networks.new")
                .tag("</a></form>");
        if (shown.isEmpty()) {
            nothing(page, namespace.isEmpty() && name.isEmpty());
        } else {
            table(page, networks);
        }
        return Frame.of("Networks", page.tag("</section>"));
    }

    private static void nothing(Html page, boolean none) {
        page.tag("<div class=\"empty\">")
                .element("h2", Texts.of(none ? "networks.none" : "networks.no-match"))
                .element("p", Texts.of(none ? "networks.none.help" : "networks.no-match.help"))
                .tag("</div>");
    }

    private static void table(Html page, Engine.Networks networks) {
        page.tag("<table role=\"table\"><thead><tr role=\"row\">");
        List.of("Name", "Namespace", "Type", "IPAM", "Findings", "Source")
                .forEach(head -> page.tag("<th role=\"columnheader\" scope=\"col\">")
                        .fromEngine(head)
                        .tag("</th>"));
        page.tag("</tr></thead><tbody role=\"rowgroup\">");
        networks.all().forEach(it -> row(page, it));
        page.tag("</tbody></table><p class=\"help\">")
                .text(
                        networks.total() > MAX_ROWS
                                ? Texts.of("networks.first", "%,d".formatted(networks.total()), MAX_ROWS)
                                : Texts.of(networks.total() == 1 ? "networks.one" : "networks.many", networks.total()))
                .tag("</p>");
    }

    private static void row(Html page, Engine.Network it) {
        page.tag("<tr role=\"row\">");
        cell(page, "Name")
                .tag("<a href=\"")
                .text(Links.network(it.namespace(), it.name()))
                .tag("\">")
                .text(it.name())
                .tag("</a></td>");
        cell(page, "Namespace").text(it.namespace()).tag("</td>");
        cell(page, "Type").tag("<span class=\"label\">").text(it.types()).tag("</span></td>");
        cell(page, "IPAM")
                .text(it.ipam().isEmpty() ? Texts.of("networks.no-ipam") : it.ipam())
                .tag("</td>");
        cell(page, "Findings")
                .tag(it.findings() == 0 ? "<span class=\"label good\">" : "<span class=\"label bad\">")
                .text(it.findings() == 0 ? Texts.of("findings.none") : Integer.toString(it.findings()))
                .tag("</span></td>");
        cell(page, "Source").text(it.source()).tag("</td></tr>");
    }

    /// On narrow pages each cell stands on a line of its own, after its label.
    private static Html cell(Html page, String label) {
        String style = label.equals("Findings") ? " class=\"short\"" : "";
        return page.tag("<td role=\"cell\"" + style + " data-label=\"" + Texts.translated(label) + "\">");
    }
}
