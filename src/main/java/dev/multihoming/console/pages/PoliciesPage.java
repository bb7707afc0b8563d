package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Governance.ExemptionRow;
import dev.multihoming.console.engine.Governance.Governed;
import dev.multihoming.console.engine.Governance.PolicyRow;
import dev.multihoming.console.engine.Governance.State;
import java.util.List;
import java.util.function.BiConsumer;

/// Which policy governs which namespace and why, and what is exempt.
public final class PoliciesPage {
    private static final int SOON_DAYS = 14;

    private final Html page = new Html();
    private final State state;

    private PoliciesPage(State state) {
        this.state = state;
    }

    /// The page of what is in force.
    ///
    /// @param namespace the only one that is shown; empty for all
    public static String of(State state, String namespace) {
        return new PoliciesPage(state).page(namespace);
    }

    private String page(String namespace) {
        page.tag("<p class=\"lead\">").say("policies.lead").tag("</p>");
        Notices.add(page, state.notices());
        policies();
        namespaces(namespace);
        exemptions();
        return Frame.of("Policies", page);
    }

    private void policies() {
        open("policies", "policies.policies");
        action("/policies/new", "policies.new-policy");
        table(
                state.policies(),
                "policies.none",
                List.of("Name", "Priority", "Namespaces", "Rules", "Extends", "Governs"),
                this::row);
        page.tag("</section>");
    }

    private void row(Table table, PolicyRow it) {
        table.cell("Name").tag("<div><a href=\"");
        page.text(Links.whatIf("MultiHomingPolicy", it.name()))
                .tag("\">")
                .text(it.name())
                .tag("</a>");
        if (!it.fault().isEmpty()) {
            page.tag("<br><span class=\"label bad\">").fromEngine(it.fault()).tag("</span>");
        }
        page.tag("</div></td>");
        table.cell("Priority", Integer.toString(it.priority()));
        table.cell("Namespaces").fromEngine(it.selects()).tag("</td>");
        list(table, "Rules", it.modes(), it.parent().isEmpty() ? "policies.modes-built-in" : "policies.modes-extended");
        list(table, "Extends", it.parent().isEmpty() ? List.of() : List.of(it.parent()), "policies.no-others");
        table.cell("Governs")
                .say(it.governs() == 1 ? "policies.governs-one" : "policies.governs-many", it.governs())
                .tag("</td>");
    }

    private void namespaces(String namespace) {
        open("governed", "policies.governed");
        page.tag("</div><form class=\"toolbar\" role=\"search\">");
        NetworkViews.input(page, "namespace", Texts.of("filter.namespace"), namespace);
        page.tag("<button>").say("filter.filter").tag("</button></form>");
        table(
                state.governed(),
                "policies.no-namespaces",
                List.of("Namespace", "Policy", "Because", "Without effect", "Rules that deny", "Exemptions"),
                this::row);
        if (state.namespaces() > state.governed().size()) {
            page.tag("<p class=\"help\">")
                    .say(
                            "policies.first",
                            "%,d".formatted(state.namespaces()),
                            state.governed().size())
                    .tag("</p>");
        }
        page.tag("</section>");
    }

    private void row(Table table, Governed it) {
        table.cell("Namespace", it.namespace());
        table.cell("Policy");
        if (it.policy().isEmpty()) {
            page.say("policies.built-in").tag("</td>");
        } else {
            page.text(it.policy()).tag("</td>");
        }
        table.cell("Because").tag("<ul class=\"lines\">");
        it.because().forEach(clause -> page.tag("<li>").fromEngine(clause).tag("</li>"));
        page.tag("</ul></td>");
        list(table, "Without effect", it.others(), "policies.no-others");
        table.cell("Rules that deny", Integer.toString(it.enforced()));
        table.cell("Exemptions", Integer.toString(it.exemptions()));
    }

    private void exemptions() {
        open("exemptions", "policies.exemptions");
        action("/policies/new?kind=exemption", "policies.new-exemption");
        table(
                state.exemptions(),
                "policies.no-exemptions",
                List.of("Name", "Rules", "Exempt", "Reason", "Ends"),
                this::row);
        page.tag("</section>");
    }

    private void row(Table table, ExemptionRow it) {
        table.cell("Name").tag("<a href=\"");
        page.text(Links.whatIf("MultiHomingExemption", it.name()))
                .tag("\">")
                .text(it.name())
                .tag("</a></td>");
        list(table, "Rules", it.rules(), "policies.no-others");
        list(table, "Exempt", it.subjects(), "policies.no-others");
        table.cell("Reason", it.reason());
        table.cell("Ends").tag("<div>").text(it.end()).tag("<br><span class=\"label ");
        if (it.daysLeft() < 0) {
            page.tag("bad\">").say("policies.ended");
        } else {
            page.tag(it.daysLeft() < SOON_DAYS ? "bad\">" : "good\">")
                    .say(it.daysLeft() == 1 ? "policies.day-left" : "policies.days-left", it.daysLeft());
        }
        page.tag("</span></div></td>");
    }

    private void list(Table table, String label, List<String> texts, String none) {
        table.cell(label);
        if (texts.isEmpty()) {
            page.tag("<span class=\"help\">").say(none).tag("</span></td>");
            return;
        }
        page.tag("<ul class=\"lines\">");
        texts.forEach(it -> page.element("li", it));
        page.tag("</ul></td>");
    }

    private void open(String id, String title) {
        page.tag("<section class=\"card\" aria-labelledby=\"" + id + "\"><div class=\"head\"><h2 id=\"" + id + "\">")
                .say(title)
                .tag("</h2>");
    }

    private void action(String path, String label) {
        page.tag("<p class=\"actions\"><a class=\"button\" href=\"" + path + "\">")
                .say(label)
                .tag("</a></p></div>");
    }

    private <T> void table(List<T> all, String none, List<String> heads, BiConsumer<Table, T> row) {
        if (all.isEmpty()) {
            page.tag("<p class=\"help\">").say(none).tag("</p>");
            return;
        }
        Table table = new Table(page, heads, "wide-words");
        all.forEach(it -> table.row(() -> row.accept(table, it)));
        table.close();
    }
}
