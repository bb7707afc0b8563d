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
        NetworkViews.input(page, "namespace", "Namespace", namespace);
        NetworkViews.input(page, "name", "Name contains", name);
        page.tag("<button>Filter</button><a class=\"button primary\" href=\"/networks/new\">New network</a></form>");
        if (shown.isEmpty()) {
            nothing(page, namespace.isEmpty() && name.isEmpty());
        } else {
            table(page, networks);
        }
        return Frame.of("Networks", page.tag("</section>"));
    }

    private static void nothing(Html page, boolean none) {
        page.tag("<div class=\"empty\">")
                .element("h2", none ? "No networks yet" : "No network matches the filters")
                .element(
                        "p",
                        none
                                ? "Create a network, or start the console with files or folders that have"
                                        + " NetworkAttachmentDefinitions."
                                : "Change the filters to see other networks.")
                .tag("</div>");
    }

    private static void table(Html page, Engine.Networks networks) {
        page.tag("<table role=\"table\"><thead><tr role=\"row\">");
        List.of("Name", "Namespace", "Type", "IPAM", "Findings", "Source")
                .forEach(head -> page.tag("<th role=\"columnheader\" scope=\"col\">")
                        .text(head)
                        .tag("</th>"));
        page.tag("</tr></thead><tbody role=\"rowgroup\">");
        networks.all().forEach(it -> row(page, it));
        page.tag("</tbody></table><p class=\"help\">")
                .text(
                        networks.total() > MAX_ROWS
                                ? "%,d networks; the first %d are shown. Use the filters to see others."
                                        .formatted(networks.total(), MAX_ROWS)
                                : networks.total() == 1 ? "1 network" : networks.total() + " networks")
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
        cell(page, "IPAM").text(it.ipam().isEmpty() ? "none" : it.ipam()).tag("</td>");
        cell(page, "Findings")
                .tag(it.findings() == 0 ? "<span class=\"label good\">" : "<span class=\"label bad\">")
                .text(it.findings() == 0 ? "none" : Integer.toString(it.findings()))
                .tag("</span></td>");
        cell(page, "Source").text(it.source()).tag("</td></tr>");
    }

    /// On narrow pages each cell stands on a line of its own, after its label.
    private static Html cell(Html page, String label) {
        return page.tag("<td role=\"cell\" data-label=\"" + label + "\">");
    }
}
