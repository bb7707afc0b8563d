package dev.multihoming.cli.nad;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.json.ObjectEdit;
import dev.multihoming.core.json.Parsed;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Changes one field in the text of a CNI config. Everything else of the text stays: order, spacing, unknown keys and
/// other plugins of the list.
public final class ConfigEdit {
    private static final String IPAM = "ipam";

    private final String text;
    private final CniConfig.Plugin plugin;

    private ConfigEdit(String text, CniConfig.Plugin plugin) {
        this.text = text;
        this.plugin = plugin;
    }

    /// Of the first plugin, which makes the interface; empty for a config that cannot be read.
    public static Optional<ConfigEdit> of(String config) {
        return CniConfigReader.read(config).plugins().stream()
                .findFirst()
                .map(plugin -> new ConfigEdit(config, plugin));
    }

    /// Renames the network where the config repeats the name; else nothing.
    public static List<TextEdit> renamed(String config, String from, String to) {
        return CniConfigReader.read(config).document() instanceof Parsed.Ok<JsonObject>(JsonObject document)
                ? document.members().stream()
                        .filter(it -> it.key().equals("name")
                                && it.value() instanceof JsonString(int _, int _, String name)
                                && name.equals(from))
                        .map(it -> ObjectEdit.replace(it.value(), quoted(to)))
                        .toList()
                : List.of();
    }

    /// Writes the field; an empty value removes it.
    ///
    /// @param path `vlan`, or `ipam.range`
    /// @throws BadDraft for a value of another type
    public List<TextEdit> set(String path, String value) {
        JsonObject config = plugin.object();
        if (!path.startsWith(IPAM + ".")) {
            return member(config, path, json(PluginTable.ofPlugin(plugin.type()), path, path, value));
        }
        String key = path.substring(IPAM.length() + 1);
        Optional<JsonObject> ipam = find(config, IPAM)
                .map(JsonMember::value)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
        if (key.equals("type")) {
            return ipam.filter(_ -> !value.isEmpty())
                    .map(it -> ofType(it, value))
                    .orElseGet(() -> member(
                            config, IPAM, value.isEmpty() ? "" : "{" + quoted("type") + ": " + quoted(value) + "}"));
        }
        String type = ipam.map(ConfigEdit::type).orElse("");
        String written = json(PluginTable.ofIpam(type), key, path, value);
        return ipam.map(it -> member(it, key, written))
                .orElseGet(
                        () -> member(config, IPAM, written.isEmpty() ? "" : "{" + quoted(key) + ": " + written + "}"));
    }

    /// The IPAM config for another plugin: without what only the old one reads. Keys that neither knows stay.
    private List<TextEdit> ofType(JsonObject ipam, String type) {
        PluginTable before = PluginTable.ofIpam(type(ipam));
        PluginTable after = PluginTable.ofIpam(type);
        List<TextEdit> edits = new ArrayList<>(
                without(ipam, it -> !it.key().equals("type") && before.has(it.key()) && !after.has(it.key())));
        edits.addAll(member(ipam, "type", quoted(type)));
        return edits;
    }

    private static String type(JsonObject ipam) {
        return find(ipam, "type")
                .map(it -> it.value() instanceof JsonString(int _, int _, String name) ? name : "")
                .orElse("");
    }

    private static String json(PluginTable table, String key, String path, String value) {
        return value.isEmpty()
                ? ""
                : TypedValue.of(path, table.type(key), value).toString();
    }

    private List<TextEdit> member(JsonObject object, String key, String json) {
        Optional<JsonMember> there = find(object, key);
        if (json.isEmpty()) {
            return without(object, it -> there.filter(it::equals).isPresent());
        }
        if (there.isPresent()) {
            return List.of(ObjectEdit.replace(there.get().value(), json));
        }
        return List.of(
                object.members().isEmpty()
                        ? new TextEdit(object.start() + 1, object.start() + 1, quoted(key) + ": " + json)
                        : ObjectEdit.append(text, object, key, json));
    }

    /// Each with the comma that belongs to it.
    private static List<TextEdit> without(JsonObject object, Predicate<JsonMember> unwanted) {
        List<JsonMember> all = object.members();
        int first = 0;
        while (first < all.size() && unwanted.test(all.get(first))) {
            first++;
        }
        List<TextEdit> edits = new ArrayList<>();
        if (first > 0) {
            int end = first < all.size()
                    ? all.get(first).keyStart()
                    : all.getLast().value().end();
            edits.add(new TextEdit(all.getFirst().keyStart(), end, ""));
        }
        for (int i = first + 1; i < all.size(); i++) {
            if (unwanted.test(all.get(i))) {
                edits.add(new TextEdit(
                        all.get(i - 1).value().end(), all.get(i).value().end(), ""));
            }
        }
        return edits;
    }

    /// The last of that key, which is the one that counts.
    private static Optional<JsonMember> find(JsonObject object, String key) {
        return object.members().reversed().stream()
                .filter(it -> it.key().equals(key))
                .findFirst();
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
