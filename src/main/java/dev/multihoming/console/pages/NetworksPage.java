package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Engine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// All networks, filtered by what stands in the URL.
public final class NetworksPage {
    private NetworksPage() {}

    public static String of(Engine.Networks networks, Map<String, String> query) {
        String namespace = query.getOrDefault("namespace", "");
        String name = query.getOrDefault("name", "");
        List<Engine.Network> shown = networks.all().stream()
                .filter(it -> namespace.isEmpty() || it.namespace().equals(namespace))
                .filter(it -> it.name().contains(name))
                .toList();
        Html page = new Html();
        networks.notices()
                .forEach(it -> page.tag("<p class=\"notice\">").text(it).tag("</p>"));
        page.tag("<form class=\"filters\">");
        filter(page, "namespace", "Namespace", namespace);
        filter(page, "name", "Name contains", name);
        page.tag("<button>Filter</button><a class=\"button\" href=\"/networks/new\">New network</a></form>");
        table(page, shown);
        return Frame.of("Networks", page);
    }

    private static void filter(Html page, String key, String label, String value) {
        page.tag("<label>")
                .text(label)
                .tag(" <input name=\"" + key + "\" value=\"")
                .text(value)
                .tag("\"></label>");
    }

    private static void table(Html page, List<Engine.Network> networks) {
        if (networks.isEmpty()) {
            page.element("p", "No networks.");
            return;
        }
        page.tag("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Networks\"><table><thead><tr>");
        List.of("Namespace", "Name", "Type", "IPAM", "Findings", "Source")
                .forEach(head -> page.tag("<th scope=\"col\">").text(head).tag("</th>"));
        page.tag("</tr></thead><tbody>");
        networks.forEach(it -> row(page, it));
        page.tag("</tbody></table></div>");
    }

    private static void row(Html page, Engine.Network it) {
        page.tag("<tr>")
                .element("td", it.namespace())
                .tag("<td><a href=\"/networks/edit?namespace=")
                .text(encoded(it.namespace()) + "&name=" + encoded(it.name()))
                .tag("\">")
                .text(it.name())
                .tag("</a></td>")
                .element("td", it.types())
                .element("td", it.ipam())
                .element("td", Integer.toString(it.findings()))
                .element("td", it.source())
                .tag("</tr>");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
