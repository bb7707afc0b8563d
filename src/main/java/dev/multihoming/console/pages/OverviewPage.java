package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Overview;
import dev.multihoming.console.engine.Overview.Findings;
import dev.multihoming.console.engine.Overview.Part;
import dev.multihoming.console.engine.Overview.Rule;
import dev.multihoming.console.engine.Overview.Worst;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The network, the findings in existing objects and the installation at a glance.
public final class OverviewPage {
    /// What an existing object has, in words that a person looks for.
    private static final Map<String, String> EFFECTS =
            Map.of("denied", "denies", "warned", "warns", "counted", "audits");

    private final Html page = new Html();
    private final Overview overview;
    private final String namespace;

    private OverviewPage(Overview overview, String namespace) {
        this.overview = overview;
        this.namespace = namespace;
    }

    /// The page of that summary.
    ///
    /// @param namespace that it is about; empty for all
    public static String of(Overview overview, String namespace) {
        return new OverviewPage(overview, namespace).page();
    }

    private String page() {
        Notices.add(page, overview.notices());
        page.tag("<form class=\"toolbar\" role=\"search\">");
        NetworkViews.input(page, "namespace", Texts.of("filter.namespace"), namespace);
        page.tag("<button>").say("filter.filter").tag("</button></form><ul class=\"tiles\">");
        Overview.Networks networks = overview.networks();
        tile(networks.networks(), "Networks", Links.networks("", namespace, ""), false);
        String segments = Links.networks(SegmentsPage.SEGMENT, namespace, "");
        tile(networks.segments(), "Segments", segments, false);
        tile(networks.shared(), "Shared segments", segments + "&shared=on", networks.shared() > 0);
        tile(
                networks.overlapping(),
                "Networks with overlapping addresses",
                segments + "&overlaps=on",
                networks.overlapping() > 0);
        Findings findings = overview.findings();
        tile(findings.denied(), "Objects that would be denied", "#rules", findings.denied() > 0);
        tile(findings.warned(), "Objects with warnings", "#rules", false);
        page.tag("</ul><div class=\"stack\">");
        rules(findings);
        worst(findings.worst());
        installation();
        return Frame.of("Overview", page.tag("</div>"));
    }

    private void tile(int number, String label, String href, boolean isBad) {
        page.tag("<li class=\"card\"><a href=\"")
                .text(href)
                .tag("\"><span class=\"number" + (isBad ? " worse" : "") + "\">")
                .text("%,d".formatted(number))
                .tag("</span> ")
                .fromEngine(label)
                .tag("</a></li>");
    }

    private void section(String id, String title, String help) {
        page.tag("<section class=\"card\" aria-labelledby=\"" + id + "\"><h2 id=\"" + id + "\">")
                .fromEngine(title)
                .tag("</h2><p class=\"help\">")
                .fromEngine(help)
                .tag("</p>");
    }

    private void rules(Findings findings) {
        section(
                "rules",
                "Findings by rule and namespace",
                "%s, judged under the policies in force as if created again now. A number counts objects."
                        .formatted(Counts.of(findings.objects(), "existing object")));
        if (findings.rules().isEmpty()) {
            page.tag("<p><span class=\"label good\">").fromEngine("none").tag("</span></p></section>");
            return;
        }
        List<String> heads = new ArrayList<>(List.of("Rule", "Effect", "All"));
        findings.namespaces().forEach(it -> heads.add(it.isEmpty() ? "(cluster)" : it));
        Table table = new Table(page, heads, "matrix");
        findings.rules().forEach(rule -> table.row(() -> rule(table, rule, heads)));
        table.close();
        if (findings.moreNamespaces() > 0) {
            page.tag("<p class=\"help\">")
                    .fromEngine("%s more with findings; filter by one of them."
                            .formatted(Counts.of(findings.moreNamespaces(), "namespace")))
                    .tag("</p>");
        }
        page.tag("</section>");
    }

    private void rule(Table table, Rule rule, List<String> heads) {
        table.cell("Rule")
                .tag("<a href=\"")
                .text(Links.rule(rule.code()))
                .tag("\">")
                .text(rule.code() + " " + rule.name())
                .tag("</a></td>");
        table.cell("Effect")
                .tag(rule.effect().equals("denied") ? "<span class=\"label bad\">" : "<span class=\"label\">")
                .fromEngine(EFFECTS.getOrDefault(rule.effect(), rule.effect()))
                .tag("</span></td>");
        table.cell("All", "%,d".formatted(rule.total()));
        for (int i = 0; i < rule.counts().size(); i++) {
            int count = rule.counts().get(i);
            table.cell(heads.get(i + 3), count == 0 ? "-" : "%,d".formatted(count));
        }
    }

    private void worst(List<Worst> objects) {
        if (objects.isEmpty()) {
            return;
        }
        section("worst", "Objects with the most findings", "Without those that a controller makes.");
        Table table = new Table(page, List.of("Namespace", "Object", "Rules"));
        for (Worst it : objects) {
            table.row(() -> {
                table.cell(
                        "Namespace",
                        it.object().namespace().isEmpty() ? "-" : it.object().namespace());
                table.cell("Object")
                        .tag("<code>")
                        .text(it.object().kind() + " " + it.object().name())
                        .tag("</code></td>");
                table.cell("Rules").tag("<span class=\"codes\">");
                for (int i = 0; i < it.codes().size(); i++) {
                    page.tag("<a href=\"")
                            .text(Links.rule(it.codes().get(i)))
                            .tag(i < it.denied() ? "\" class=\"label bad\">" : "\" class=\"label\">")
                            .text(it.codes().get(i))
                            .tag("</a> ");
                }
                page.tag("</span></td>");
            });
        }
        table.close();
        page.tag("</section>");
    }

    private void installation() {
        if (overview.installation().isEmpty()) {
            return;
        }
        section("installation", "Installation", "What multihoming doctor says of parts that it only reads.");
        Table table = new Table(page, List.of("Part", "State", "What was seen"));
        for (Part it : overview.installation()) {
            table.row(() -> {
                table.cell("Part").fromEngine(it.subject()).tag("</td>");
                table.cell("State")
                        .tag("<span class=\"label " + style(it.grade()) + "\">")
                        .fromEngine(it.grade())
                        .tag("</span></td>");
                table.cell("What was seen").tag("<div>").fromEngine(it.fact());
                if (!it.advice().isEmpty()) {
                    page.tag("<br><span class=\"help\">")
                            .fromEngine(it.advice())
                            .tag("</span>");
                }
                page.tag("</div></td>");
            });
        }
        table.close();
        page.tag("</section>");
    }

    private static String style(String grade) {
        return switch (grade) {
            case "ok" -> "good";
            case "problem" -> "bad";
            default -> "";
        };
    }
}
