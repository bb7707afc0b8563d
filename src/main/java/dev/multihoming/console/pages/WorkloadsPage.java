package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Attachments.Filter;
import dev.multihoming.console.engine.Attachments.Interface;
import dev.multihoming.console.engine.Attachments.Workload;
import dev.multihoming.console.engine.Attachments.Workloads;
import java.util.List;
import java.util.Set;

/// What asks for networks: the interfaces that are requested, predicted and reported.
public final class WorkloadsPage {
    private static final List<String> HEADS = List.of("Name", "Namespace", "Requested", "Predicted", "Reported");

    /// Whose pods have an annotation that a person writes.
    private static final Set<String> MACHINES = Set.of(
            "VirtualMachine", "VirtualMachineInstance", "VirtualMachineInstanceReplicaSet", "VirtualMachinePool");

    private final Html page = new Html();

    private WorkloadsPage() {}

    public static String of(Workloads workloads, Filter filter) {
        return new WorkloadsPage().page(workloads, filter);
    }

    private String page(Workloads workloads, Filter filter) {
        page.tag("<p class=\"lead\">")
                .text(
                        "Pods, workloads and virtual machines that ask for networks. Predicted is what multihoming explain"
                                + " says; reported is what Multus wrote into a running pod.")
                .tag("</p>");
        Notices.add(page, workloads.notices());
        page.tag("<section class=\"card\"><form class=\"toolbar\" role=\"search\">");
        input("namespace", "Namespace", filter.namespace());
        input("name", "Name contains", filter.name());
        input("network", "Network (namespace/name)", filter.network());
        page.tag("<button>Filter</button></form>");
        if (workloads.shown().isEmpty()) {
            page.tag("<div class=\"empty\">")
                    .element("h2", "No workload asks for networks here")
                    .element("p", "Change the filters to see others.")
                    .tag("</div>");
        } else {
            table(workloads);
        }
        return Frame.of("Workloads", page.tag("</section>"));
    }

    private void input(String key, String label, String value) {
        page.tag("<label>")
                .text(label)
                .tag(" <input autocomplete=\"off\" name=\"" + key + "\" value=\"")
                .text(value)
                .tag("\"></label>");
    }

    private void table(Workloads workloads) {
        Table table = new Table(page, HEADS);
        workloads.shown().forEach(it -> table.row(() -> row(table, it)));
        table.close();
        int shown = workloads.shown().size();
        page.tag("<p class=\"help\">")
                .text(
                        workloads.total() > shown
                                ? "%,d objects; the first %d are shown. Use the filters to see others."
                                        .formatted(workloads.total(), shown)
                                : shown == 1 ? "1 object" : shown + " objects")
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
                .forEach(
                        remark -> page.tag("<li class=\"remark\">").text(remark).tag("</li>"));
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
                .text(it.object().kind() + (it.owner().isEmpty() ? "" : " of " + it.owner()))
                .tag("</span>");
        if (it.findings() > 0) {
            page.tag("<br><span class=\"label bad\">")
                    .text(it.findings() == 1 ? "1 finding" : it.findings() + " findings")
                    .tag("</span>");
        }
        if (it.owner().isEmpty() && !MACHINES.contains(it.object().kind())) {
            page.tag("<br><a href=\"")
                    .text(Links.attach(it.object()))
                    .tag("\">Attach a network<span class=\"sr\"> to ")
                    .text(it.object().name())
                    .tag("</span></a>");
        }
        page.tag("</div></td>");
    }

    private void predicted(Interface it) {
        page.tag("<li><code>")
                .text(it.name())
                .tag("</code> ")
                .text(it.network())
                .tag("<br><span class=\"help\">")
                .text(it.predicted())
                .tag("</span></li>");
    }

    private void reported(Workload it) {
        if (!it.reports()) {
            page.tag("<span class=\"help\">not reported</span>");
            return;
        }
        page.tag(
                        it.differs()
                                ? "<p><span class=\"label bad\">differs</span></p>"
                                : "<p><span class=\"label good\">as predicted</span></p>")
                .tag("<ul class=\"lines\">");
        for (Interface one : it.interfaces()) {
            page.tag("<li><code>").text(one.name()).tag("</code> ").text(one.reported());
            if (!one.difference().isEmpty()) {
                page.tag(" <span class=\"label bad\">").text(one.difference()).tag("</span>");
            }
            page.tag("</li>");
        }
        page.tag("</ul>");
    }
}
