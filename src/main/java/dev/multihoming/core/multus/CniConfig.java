package dev.multihoming.core.multus;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.Parsed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A CNI configuration as Multus takes it from `spec.config` (node-behavior.md#type-and-plugins).
///
/// Thread-safe: its [views][#view] are the only part that grows, and each is made of nothing but the text.
public final class CniConfig {
    private final String text;
    private final Parsed<JsonObject> document;
    private final Form form;
    private final int entries;
    private final List<Plugin> plugins;

    /// Replaced as a whole. Of two threads that add one at once, one is not kept, and is made again.
    private volatile Map<Class<?>, Object> views = Map.of();

    CniConfig(String text, Parsed<JsonObject> document, Form form, int entries, List<Plugin> plugins) {
        this.text = text;
        this.document = document;
        this.form = form;
        this.entries = entries;
        this.plugins = List.copyOf(plugins);
    }

    /// `spec.config`, byte for byte.
    public String text() {
        return text;
    }

    /// The JSON object, or where and why the text is not one.
    public Parsed<JsonObject> document() {
        return document;
    }

    /// Whether Multus runs one plugin or a chain.
    public Form form() {
        return form;
    }

    /// How many plugins are written, also where they could not be read.
    public int entries() {
        return entries;
    }

    /// The plugin objects that Multus would run, in order: the document itself where its `type` is a non-empty string,
    /// else the objects of its `plugins`; empty where there are none to read.
    public List<Plugin> plugins() {
        return plugins;
    }

    /// Whether it could not be read for nothing but its depth.
    public boolean isTooDeep() {
        return document instanceof Parsed.Malformed<JsonObject>(int _, String fact) && fact.equals(JsonReader.TOO_DEEP);
    }

    /// What is derived of this config, made once and kept with it. `maker` must look at nothing else.
    public <T> T view(Class<T> type, Function<CniConfig, T> maker) {
        Object known = views.get(type);
        if (known != null) {
            return type.cast(known);
        }
        T made = maker.apply(this);
        Map<Class<?>, Object> all = new HashMap<>(views);
        all.put(type, made);
        views = Map.copyOf(all);
        return made;
    }

    /// How a config names what to run. Multus looks for a type first and then never at `plugins`
    /// (node-behavior.md#type-and-plugins).
    public enum Form {
        /// The document is the plugin's own configuration.
        SINGLE,
        /// The plugins stand in `plugins`, the document only names the network and the version.
        LIST
    }

    /// One plugin object.
    ///
    /// @param path where it stands in the document: the root for the document itself,
    ///     else `/plugins/<i>`
    /// @param type the binary Multus would run; empty where none can be read
    public record Plugin(JsonPath path, String type, JsonObject object) {}
}
