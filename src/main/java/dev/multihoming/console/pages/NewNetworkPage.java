package dev.multihoming.console.pages;

import dev.multihoming.console.engine.Engine;
import dev.multihoming.core.plugins.CniPlugin;
import dev.multihoming.core.plugins.FormField;
import dev.multihoming.core.plugins.IpamNeed;
import dev.multihoming.core.plugins.IpamPlugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.NetworkTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A form beside the YAML editor. Both edit one text; the form changes only the field that a person changes.
public final class NewNetworkPage {
    private NewNetworkPage() {}

    /// A new network.
    ///
    /// @param template that it starts with; empty for none
    /// @param text that it starts with
    /// @param writable whether it can be written into the cluster
    public static String of(String type, String template, String text, boolean writable) {
        Html page = new Html()
                .tag("<p class=\"lead\"><a href=\"/networks/new\">")
                .say("new.all")
                .tag("</a> ");
        NetworkTemplate.of(template)
                .ifPresent(it -> page.tag("<span>")
                        .say("new.template", Texts.translated(it.purpose().title()), Texts.translated(it.useCase()))
                        .tag("</span>"));
        Html cluster = writable ? WriteCard.forNew() : new Html();
        return whole(
                "New network",
                Texts.of("new.title", type),
                page.tag("</p>"),
                type,
                text,
                "new:" + type + ":" + template,
                cluster);
    }

    /// A network that exists. The form is shown where the text has no other network.
    ///
    /// @param writable whether it can be written into the cluster
    public static String editing(
            String namespace, String name, String text, Optional<Engine.Form> form, boolean writable) {
        Html page = new Html().tag("<p class=\"lead\">");
        page.text((form.isPresent() ? "" : Texts.of("edit.several") + " ")
                + Texts.of(writable ? "edit.save" : "edit.download"));
        String type = form.map(Engine.Form::type).orElse("");
        Html cluster = writable ? WriteCard.forExisting(namespace, name) : new Html();
        return whole(
                "Networks",
                Texts.of("edit.title", name),
                page.tag("</p>"),
                type,
                text,
                "edit:" + namespace + "/" + name,
                cluster);
    }

    /// What a form of that plugin starts with. What the webhook adds by itself is left to it.
    public static Map<String, String> initial(String type) {
        return KnownPlugins.of(type).stream()
                .flatMap(plugin -> plugin.form().stream()
                        .filter(field -> !field.initial().isEmpty()
                                && !plugin.injectedFields().contains(field.key())))
                .collect(Collectors.toMap(FormField::key, FormField::initial));
    }

    private static String whole(
            String section, String title, Html page, String type, String text, String draft, Html cluster) {
        page.tag("<div class=\"columns\">");
        KnownPlugins.of(type).ifPresent(plugin -> form(page, type, plugin));
        page.tag("<div class=\"stack\">");
        Editor.add(page, text, draft, "network.yaml");
        Editor.addAdditions(page);
        page.tag(cluster.toString());
        page.tag("<section id=\"nodes\" class=\"card\" hidden aria-labelledby=\"nodes-title\">")
                .tag("<h2 id=\"nodes-title\">")
                .say("new.nodes")
                .tag("</h2><p class=\"help\">")
                .say("new.nodes.help")
                .tag("</p><pre id=\"node-policy\" tabindex=\"0\" aria-labelledby=\"nodes-title\"></pre></section>");
        return Frame.of(section, title, page.tag("</div></div>"));
    }

    private static void form(Html page, String type, CniPlugin plugin) {
        page.tag("<form id=\"form\" class=\"card\" aria-label=\"")
                .say("network.config")
                .tag("\" data-type=\"")
                .text(type)
                .tag("\">");
        page.tag("<p id=\"refused\" class=\"alert danger\" role=\"alert\" hidden></p>");
        Fields fields = new Fields(page);
        fields.text("metadata.name", Texts.of("new.name"), Texts.of("new.name.help"));
        fields.text("metadata.namespace", Texts.of("new.namespace"), Texts.of("new.namespace.help"));
        if (plugin.inputs().contains(CniPlugin.Input.RESOURCE)) {
            fields.text("resource", Texts.of("new.resource"), Texts.of("new.resource.help"));
        }
        plugin.form().forEach(it -> fields.add("field-" + it.key(), it.key(), it, plugin.fields()));
        if (plugin.ipam() != IpamNeed.ASSIGNS_ITSELF) {
            addresses(page, fields);
        }
        page.tag("</form>");
    }

    private static void addresses(Html page, Fields fields) {
        List<String> types = KnownPlugins.ipamTypes().stream().sorted().toList();
        page.tag("<fieldset><legend>").say("new.addresses").tag("</legend>");
        fields.choice(
                "field-ipam.type",
                "ipam.type",
                new FormField("type", Texts.of("new.ipam"), Texts.of("new.ipam.help"), ""),
                types);
        for (String type : types) {
            List<FormField> form = KnownPlugins.ipam(type).map(IpamPlugin::form).orElse(List.of());
            page.tag("<div data-ipam=\"").text(type).tag("\" hidden>");
            KnownPlugins.ipam(type)
                    .ifPresent(plugin -> form.forEach(field ->
                            fields.add(type + "-" + field.key(), "ipam." + field.key(), field, plugin.fields())));
            page.tag("</div>");
        }
        page.tag("</fieldset>");
    }
}
