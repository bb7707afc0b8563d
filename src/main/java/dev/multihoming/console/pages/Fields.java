package dev.multihoming.console.pages;

import dev.multihoming.core.plugins.FormField;
import dev.multihoming.core.schema.Field;
import dev.multihoming.core.schema.FieldType;
import java.util.List;

/// The fields of a form. Which control a field gets follows from the type that its plugin gives it.
final class Fields {
    private static final List<String> FLAGS = List.of("true", "false");

    private final Html page;

    Fields(Html page) {
        this.page = page;
    }

    /// A field of a plugin, or of its IPAM plugin.
    ///
    /// @param name of the field, by which the server knows it
    /// @param shown with its English texts
    /// @param table the fields that the plugin reads
    void add(String id, String name, FormField shown, List<Field> table) {
        FormField field = new FormField(
                shown.key(), Texts.translated(shown.label()), Texts.translated(shown.help()), shown.initial());
        FieldType type = table.stream()
                .filter(it -> it.key().equals(field.key()))
                .findFirst()
                .map(Field::type)
                .orElse(new FieldType.Any());
        switch (type) {
            case FieldType.Flag _, FieldType.FlagOrWord _ -> choice(id, name, field, FLAGS);
            case FieldType.Choice choice ->
                choice(
                        id,
                        name,
                        field,
                        choice.values().stream().filter(it -> !it.isEmpty()).toList());
            case FieldType.Whole _, FieldType.Mtu _ -> input(id, name, field, " inputmode=\"numeric\"");
            case FieldType.Any _,
                    FieldType.Text _,
                    FieldType.Formed _,
                    FieldType.Listing _,
                    FieldType.Struct _,
                    FieldType.Mapping _,
                    FieldType.FreeForm _ -> input(id, name, field, "");
        }
    }

    void text(String name, String label, String help) {
        input("field-" + name, name, new FormField(name, label, help, ""), "");
    }

    private void input(String id, String name, FormField field, String attributes) {
        label(id, field);
        page.tag("<input autocomplete=\"off\" spellcheck=\"false\"" + attributes)
                .tag(identity(id, name))
                .tag("><small id=\"")
                .text(id + "-help")
                .tag("\">")
                .text(field.help())
                .tag("</small></div>");
    }

    void choice(String id, String name, FormField field, List<String> values) {
        label(id, field);
        page.tag("<select")
                .tag(identity(id, name))
                .tag("><option value=\"\">")
                .say("field.not-set")
                .tag("</option>");
        values.forEach(it -> page.element("option", it));
        page.tag("</select><small id=\"")
                .text(id + "-help")
                .tag("\">")
                .text(field.help())
                .tag("</small></div>");
    }

    private void label(String id, FormField field) {
        page.tag("<div class=\"field\"><label for=\"")
                .text(id)
                .tag("\">")
                .text(field.label())
                .tag("</label>");
    }

    private static String identity(String id, String name) {
        return " id=\"%1$s\" name=\"%2$s\" aria-describedby=\"%1$s-help\""
                .formatted(Html.escaped(id), Html.escaped(name));
    }
}
