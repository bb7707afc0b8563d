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
        Html page = new Html().tag("<p class=\"lead\"><a href=\"/networks/new\">All templates</a> ");
        NetworkTemplate.of(template)
                .ifPresent(it -> page.tag("<span>")
                        .text(it.purpose().title() + ". " + it.useCase())
                        .tag("</span>"));
        Html cluster = writable ? WriteCard.forNew() : new Html();
        return whole(
                "New network",
                "New network: " + type,
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
        page.text((form.isPresent() ? "" : "The file has several networks: change this one in the YAML. ")
                + "The console changes no file. "
                + (writable ? "Save the result to the cluster, or download it." : "Download the result and apply it."));
        String type = form.map(Engine.Form::type).orElse("");
        Html cluster = writable ? WriteCard.forExisting(namespace, name) : new Html();
        return whole(
                "Networks",
                "Edit network: " + name,
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
                .tag(
                        "<h2 id=\"nodes-title\">Apply this first if the nodes do not have the bridge</h2><p class=\"help\">")
                .text("This NodeNetworkConfigurationPolicy creates the bridge on the worker nodes. It needs"
                        + " kubernetes-nmstate. Replace eth1 by the network card of your nodes.")
                .tag("</p><pre id=\"node-policy\" tabindex=\"0\" aria-labelledby=\"nodes-title\"></pre></section>");
        return Frame.of(section, title, page.tag("</div></div>"));
    }

    private static void form(Html page, String type, CniPlugin plugin) {
        page.tag("<form id=\"form\" class=\"card\" aria-label=\"Network\" data-type=\"")
                .text(type)
                .tag("\">");
        page.tag("<p id=\"refused\" class=\"alert danger\" role=\"alert\" hidden></p>");
        Fields fields = new Fields(page);
        fields.text("metadata.name", "Name", "Pods select the network by this name.");
        fields.text("metadata.namespace", "Namespace", "The namespace of the pods that use the network.");
        if (plugin.inputs().contains(CniPlugin.Input.RESOURCE)) {
            fields.text("resource", "Resource", "The devices that the nodes advertise, such as example.com/sriov_vf.");
        }
        plugin.form().forEach(it -> fields.add("field-" + it.key(), it.key(), it, plugin.fields()));
        if (plugin.ipam() != IpamNeed.ASSIGNS_ITSELF) {
            addresses(page, fields);
        }
        page.tag("</form>");
    }

    private static void addresses(Html page, Fields fields) {
        List<String> types = KnownPlugins.ipamTypes().stream().sorted().toList();
        page.tag("<fieldset><legend>Addresses</legend>");
        fields.choice(
                "field-ipam.type",
                "ipam.type",
                new FormField("type", "IPAM", "The plugin that assigns addresses; without it pods have none.", ""),
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
