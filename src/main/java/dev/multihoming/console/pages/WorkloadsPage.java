package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Attachments.Filter;
import dev.multihoming.console.engine.Attachments.Interface;
import dev.multihoming.console.engine.Attachments.Workload;
import dev.multihoming.console.engine.Attachments.Workloads;
import java.util.List;

/// What asks for networks: the interfaces that are requested, predicted and reported.
public final class WorkloadsPage {
    private static final List<String> HEADS = List.of("Name", "Namespace", "Requested", "Predicted", "Reported");

    private final Html page = new Html();

    private WorkloadsPage() {}

    public static String of(Workloads workloads, Filter filter) {
        return new WorkloadsPage().page(workloads, filter);
    }

    private String page(Workloads workloads, Filter filter) {
        page.tag("<p class=\"lead\">").say("workloads.lead").tag("</p>");
        Notices.add(page, workloads.notices());
        page.tag("<section class=\"card\"><form class=\"toolbar\" role=\"search\">");
        NetworkViews.input(page, "namespace", Texts.of("filter.namespace"), filter.namespace());
        NetworkViews.input(page, "name", Texts.of("filter.name"), filter.name());
        NetworkViews.input(page, "network", Texts.of("filter.network"), filter.network());
        page.tag("<button>").say("filter.filter").tag("</button></form>");
        if (workloads.shown().isEmpty()) {
            page.tag("<div class=\"empty\">")
                    .element("h2", Texts.of("workloads.none"))
                    .element("p", Texts.of("workloads.none.help"))
                    .tag("</div>");
        } else {
            table(workloads);
        }
        return Frame.of("Workloads", page.tag("</section>"));
    }

    private void table(Workloads workloads) {
        Table table = new Table(page, HEADS);
        workloads.shown().forEach(it -> table.row(() -> row(table, it)));
        table.close();
        int shown = workloads.shown().size();
        page.tag("<p class=\"help\">")
                .text(
                        workloads.total() > shown
                                ? Texts.of("workloads.first", "%,d".formatted(workloads.total()), shown)
                                : Texts.of(shown == 1 ? "workloads.one" : "workloads.many", shown))
                .tag("</p>");
    }

    private void row(Table table, Workload it) {
        name(table, it);
        table.cell("Namespace", it.object().namespace());
        table.cell("Requested").tag("<ul class=\"lines\">");
        it.requested().forEach(network -> page.element("li", network));
        page.tag("</ul></td>");
        table.cell("Predicted").tag("<ul class=\"lines\">");
        it.interfaces().stream().filter(one -> !one.predicted().isEmpty()).forEach(this::predicted);
        it.remarks()
                .forEach(remark ->
                        page.tag("<li class=\"remark\">").fromEngine(remark).tag("</li>"));
        page.tag("</ul></td>");
        table.cell("Reported").tag("<div>");
        reported(it);
        page.tag("</div></td>");
    }

    private void name(Table table, Workload it) {
        table.cell("Name")
                .tag("<div><strong>")
                .text(it.object().name())
                .tag("</strong><br><span class=\"help\">")
                .text(
                        it.owner().isEmpty()
                                ? it.object().kind()
                                : Texts.of("workloads.owned", it.object().kind(), it.owner()))
                .tag("</span>");
        if (it.findings() > 0) {
            page.tag("<br><span class=\"label bad\">")
                    .say(it.findings() == 1 ? "findings.one" : "findings.many", it.findings())
                    .tag("</span>");
        }
        if (it.owner().isEmpty()) {
            page.tag("<br><a href=\"")
                    .text(Links.attach(it.object()))
                    .tag("\">")
                    .say("workloads.attach")
                    .tag("<span class=\"sr\"> ")
                    .say("workloads.attach-to", it.object().name())
                    .tag("</span></a>");
        }
        page.tag("</div></td>");
    }

    private void predicted(Interface it) {
        page.tag("<li><code>")
                .text(it.name())
                .tag("</code> ")
                .fromEngine(it.network())
                .tag("<br><span class=\"help\">")
                .fromEngine(it.predicted())
                .tag("</span></li>");
    }

    private void reported(Workload it) {
        if (!it.reports()) {
            page.tag("<span class=\"help\">").say("workloads.not-reported").tag("</span>");
            return;
        }
        page.tag(it.differs() ? "<p><span class=\"label bad\">" : "<p><span class=\"label good\">")
                .say(it.differs() ? "workloads.differs" : "workloads.as-predicted")
                .tag("</span></p><ul class=\"lines\">");
        for (Interface one : it.interfaces()) {
            page.tag("<li><code>").text(one.name()).tag("</code> ").fromEngine(one.reported());
            if (!one.difference().isEmpty()) {
                page.tag(" <span class=\"label bad\">")
                        .fromEngine(one.difference())
                        .tag("</span>");
            }
            page.tag("</li>");
        }
        page.tag("</ul>");
    }
}
