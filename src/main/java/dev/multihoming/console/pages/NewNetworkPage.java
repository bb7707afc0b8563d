package dev.multihoming.console.pages;

import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.FormField;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;

/// A form that drafts a network, beside the YAML editor.
public final class NewNetworkPage {
    private NewNetworkPage() {}

    /// With the fields of that plugin; without a known one only the choice of the type.
    public static String of(String type) {
        Html page = new Html().tag("<form class=\"filters\"><label>Type <select name=\"type\">");
        KnownPlugins.types().stream()
                .filter(it -> KnownPlugins.of(it).filter(CniPlugin::chained).isEmpty())
                .sorted()
                .forEach(it -> page.tag(it.equals(type) ? "<option selected>" : "<option>")
                        .text(it)
                        .tag("</option>"));
        page.tag("</select></label><button>Show its fields</button></form><div class=\"columns\">");
        KnownPlugins.of(type).ifPresent(plugin -> form(page, type, plugin.form()));
        Editor.add(page, "", "new-network");
        return Frame.of("New network", page.tag("</div>"));
    }

    /// Only the editor: the text is kept as it is, with its comments and unknown keys.
    public static String editing(String text) {
        Html page = new Html();
        Editor.add(page, text, "");
        return Frame.of("Edit network", page);
    }

    private static void form(Html page, String type, List<FormField> fields) {
        page.tag("<form id=\"draft\" data-type=\"").text(type).tag("\">");
        input(page, "metadata.namespace", new FormField("namespace", "Namespace", "Where pods find the network.", ""));
        input(page, "metadata.name", new FormField("name", "Name", "By which pods select the network.", ""));
        fields.forEach(field -> input(page, field.key(), field));
        page.tag(
                "<label for=\"ipam\">IPAM</label><select id=\"ipam\" name=\"ipam.type\"><option value=\"\">none</option>");
        KnownPlugins.ipamTypes().stream().sorted().forEach(it -> page.element("option", it));
        page.tag("</select>");
        KnownPlugins.ipamTypes().stream().sorted().forEach(it -> addresses(page, it));
        page.tag("<p id=\"refused\" role=\"alert\"></p><button>Write YAML</button></form>");
    }

    private static void addresses(Html page, String ipam) {
        page.tag("<fieldset data-ipam=\"").text(ipam).tag("\" hidden disabled>").element("legend", ipam);
        KnownPlugins.ipam(ipam)
                .ifPresent(it -> it.form().forEach(field -> input(page, "ipam." + field.key(), ipam, field)));
        page.tag("</fieldset>");
    }

    private static void input(Html page, String name, FormField field) {
        input(page, name, "field", field);
    }

    private static void input(Html page, String name, String group, FormField field) {
        String id = group + "-" + name;
        page.tag("<label for=\"")
                .text(id)
                .tag("\">")
                .text(field.label())
                .tag("</label><input autocomplete=\"off\" id=\"")
                .text(id)
                .tag("\" name=\"")
                .text(name)
                .tag("\" value=\"")
                .text(field.initial())
                .tag("\" aria-describedby=\"")
                .text(id + "-help")
                .tag("\"><small id=\"")
                .text(id + "-help")
                .tag("\">")
                .text(field.help())
                .tag("</small>");
    }
}
