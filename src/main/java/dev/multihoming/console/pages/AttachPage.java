package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Attachments.Interfaces;
import dev.multihoming.console.engine.Attachments.Target;
import java.util.ArrayList;
import java.util.List;

/// Attaches a network to a pod or a workload: a form that changes its annotation, beside the YAML.
public final class AttachPage {
    private AttachPage() {}

    /// The page of one target.
    ///
    /// @param target in the text; of an empty kind where its author pastes one
    /// @param network that the form starts with
    /// @param choices networks to choose from
    public static String of(Target target, String text, String network, List<String> choices) {
        Html page = new Html()
                .tag("<p class=\"lead\"><a href=\"/workloads\">")
                .say("attach.all")
                .tag("</a> ")
                .say(lead(target));
        page.tag("</p><div class=\"columns\">");
        form(page, target, network, choices);
        page.tag("<div class=\"stack\">");
        Editor.add(
                page,
                text,
                "attach:" + target.kind() + ":" + target.namespace() + "/" + target.name(),
                "workload.yaml");
        interfaces(page);
        Editor.addAdditions(page);
        String title = target.kind().isEmpty()
                ? Texts.of("attach.title-of-any")
                : Texts.of("attach.title", target.kind() + " " + target.name());
        return Frame.of("Workloads", title, page.tag("</div></div>"));
    }

    /// The table of interfaces as its module shows it.
    public static Interfaces shown(Interfaces predicted) {
        List<List<String>> lines = new ArrayList<>(predicted.lines().stream()
                .map(line -> line.stream().map(Texts::translated).toList())
                .toList());
        lines.set(
                0,
                lines.getFirst().stream()
                        .map(Table::heading)
                        .map(Texts::translated)
                        .toList());
        return new Interfaces(
                lines, predicted.remarks().stream().map(Texts::translated).toList());
    }

    /// Every kind of KubeVirt's begins like this.
    private static String lead(Target target) {
        if (target.kind().isEmpty()) {
            return "attach.paste";
        }
        return target.kind().startsWith("VirtualMachine") ? "attach.lead-of-machine" : "attach.lead";
    }

    private static void form(Html page, Target target, String network, List<String> choices) {
        page.tag("<form id=\"attach\" class=\"card\" aria-label=\"")
                .say("attach.network-form")
                .tag("\">")
                .tag("<p id=\"not-attached\" class=\"alert danger\" role=\"alert\" hidden></p>");
        hidden(page, "kind", target.kind());
        hidden(page, "namespace", target.kind().isEmpty() ? "" : target.namespace());
        hidden(page, "name", target.name());
        field(page, "network", network, " list=\"networks\" required");
        page.tag("<datalist id=\"networks\">");
        choices.forEach(it -> page.tag("<option value=\"").text(it).tag("\"></option>"));
        page.tag("</datalist>");
        field(page, "interface", "", "");
        field(page, "ips", "", "");
        field(page, "mac", "", "");
        page.tag("<p class=\"actions\"><button class=\"primary\">")
                .say("attach.attach")
                .tag("</button><button id=\"copy\" type=\"button\">")
                .say("attach.copy")
                .tag("</button></p></form>");
    }

    private static void hidden(Html page, String name, String value) {
        page.tag("<input type=\"hidden\" name=\"" + name + "\" value=\"")
                .text(value)
                .tag("\">");
    }

    private static void field(Html page, String name, String value, String attributes) {
        page.tag("<div class=\"field\"><label for=\"attach-" + name + "\">")
                .say("attach." + name)
                .tag("</label><input autocomplete=\"off\" spellcheck=\"false\" id=\"attach-" + name + "\" name=\""
                        + name + "\"" + attributes + " aria-describedby=\"attach-" + name + "-help\" value=\"")
                .text(value)
                .tag("\"><small id=\"attach-" + name + "-help\">")
                .say("attach." + name + ".help")
                .tag("</small></div>");
    }

    private static void interfaces(Html page) {
        page.tag("<section class=\"card\" aria-labelledby=\"predicted-title\">")
                .tag("<h2 id=\"predicted-title\">")
                .say("attach.predicted")
                .tag("</h2>")
                .tag("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"predicted-title\">")
                .tag("<table id=\"predicted\"></table></div><ul id=\"remarks\"></ul></section>");
    }
}
