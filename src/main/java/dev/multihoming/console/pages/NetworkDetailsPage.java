package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Attachments.Details;
import dev.multihoming.console.engine.Attachments.Fact;
import dev.multihoming.console.engine.Attachments.Segment;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Attachments.User;
import dev.multihoming.console.engine.Engine.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// All about one network.
public final class NetworkDetailsPage {
    /// The page has the network in its title.
    private static final Set<String> IN_TITLE = Set.of("NETWORK");

    private final Html page = new Html();
    private final Details details;

    private NetworkDetailsPage(Details details) {
        this.details = details;
    }

    public static String of(Details details) {
        return new NetworkDetailsPage(details).page();
    }

    private String page() {
        Target network = details.network();
        page.tag("<div class=\"head\"><p class=\"lead\"><a href=\"/networks\">")
                .say("network.all")
                .tag("</a> ")
                .say("network.where", network.namespace(), details.source())
                .tag("</p><p class=\"actions\"><a class=\"button\" href=\"")
                .text(Links.attachNetwork(network))
                .tag("\">")
                .say("network.attach")
                .tag("</a><a class=\"button primary\" href=\"")
                .text(Links.edit(network))
                .tag("\">")
                .say("network.edit")
                .tag("</a></p></div>");
        Notices.add(page, details.notices());
        page.tag("<div class=\"halves\"><div class=\"stack\">");
        gets();
        segments();
        page.tag("</div><div class=\"stack\">");
        findings();
        users();
        consequences();
        page.tag("</div></div><div class=\"stack wide\">");
        nodes();
        section("yaml", "network.yaml");
        page.tag("<pre tabindex=\"0\" aria-labelledby=\"yaml\">")
                .text(details.yaml())
                .tag("</pre></section></div>");
        return Frame.of("Networks", Texts.of("network.title", network.name()), page);
    }

    private void section(String id, String key) {
        page.tag("<section class=\"card\" aria-labelledby=\"" + id + "\"><h2 id=\"" + id + "\">")
                .say(key)
                .tag("</h2>");
    }

    private void gets() {
        section("gets", "network.gets");
        List<Fact> facts = new ArrayList<>();
        List<List<String>> lines = details.gets().lines();
        lines.stream().skip(1).forEach(line -> {
            for (int i = 0; i < line.size(); i++) {
                if (!IN_TITLE.contains(lines.getFirst().get(i))) {
                    facts.add(new Fact(Table.heading(lines.getFirst().get(i)), line.get(i)));
                }
            }
        });
        list(facts);
        details.gets().remarks().forEach(it -> page.tag("<p>").fromEngine(it).tag("</p>"));
        page.tag("</section>");
        section("config", "network.config");
        list(details.facts());
        page.tag("</section>");
    }

    private void list(List<Fact> facts) {
        page.tag("<dl class=\"facts\">");
        facts.forEach(it -> page.tag("<dt>")
                .fromEngine(it.label())
                .tag("</dt><dd>")
                .fromEngine(it.value())
                .tag("</dd>"));
        page.tag("</dl>");
    }

    private void findings() {
        section("found", "editor.findings");
        if (details.findings().isEmpty()) {
            page.tag("<p><span class=\"label good\">").say("findings.none").tag("</span></p></section>");
            return;
        }
        page.tag("<ul class=\"findings\">");
        details.findings().forEach(this::finding);
        page.tag("</ul></section>");
    }

    private void finding(Finding it) {
        page.tag("<li class=\"finding ")
                .text(it.effect())
                .tag("\"><p><span class=\"label\">")
                .text(Texts.of("js.effect." + it.effect()))
                .tag("</span> <strong>")
                .text(it.title())
                .tag("</strong></p><p lang=\"en\">")
                .text(it.fact() + " " + it.remedy())
                .tag("</p>");
        RuleWords.add(page, it.code());
        if (!it.code().isEmpty()) {
            page.tag("<p class=\"actions\"><a href=\"")
                    .text(Links.rule(it.code()))
                    .tag("\">")
                    .say("js.why", it.code())
                    .tag("</a></p>");
        }
        page.tag("</li>");
    }

    private void segments() {
        if (details.segments().isEmpty()) {
            return;
        }
        section("segments", "network.segments");
        for (Segment segment : details.segments()) {
            page.tag("<h3>").fromEngine(segment.name()).tag("</h3>");
            if (segment.neighbors().isEmpty()) {
                page.element("p", Texts.of("network.alone"));
            } else {
                page.tag("<ul>");
                segment.neighbors()
                        .forEach(it -> page.tag("<li>").fromEngine(it).tag("</li>"));
                page.tag("</ul>");
            }
        }
        page.tag("</section>");
    }

    private void users() {
        section("users", "network.users");
        if (details.users().isEmpty()) {
            page.element("p", Texts.of("network.unused")).tag("</section>");
            return;
        }
        Table table = new Table(page, List.of("Kind", "Namespace", "Name", "Pods"));
        for (User user : details.users()) {
            table.row(() -> {
                table.cell("Kind", user.object().kind());
                table.cell("Namespace", user.object().namespace());
                table.cell("Name")
                        .tag("<a href=\"")
                        .text(Links.workloads(user.object()))
                        .tag("\">")
                        .text(user.object().name())
                        .tag("</a></td>");
                table.cell("Pods", Integer.toString(user.pods()));
            });
        }
        table.close();
        page.tag("<p class=\"help\"><a href=\"")
                .text(Links.workloadsOf(details.network()))
                .tag("\">")
                .say("network.their-interfaces")
                .tag("</a></p></section>");
    }

    private void consequences() {
        section("changes", "network.changes");
        page.tag("<ul>");
        details.consequences().forEach(it -> page.tag("<li>").fromEngine(it).tag("</li>"));
        page.tag("</ul></section>");
    }

    private void nodes() {
        if (!details.nodes().isEmpty()) {
            section("nodes", "network.nodes");
            Table.of(page, details.nodes());
            page.tag("</section>");
        }
    }
}
