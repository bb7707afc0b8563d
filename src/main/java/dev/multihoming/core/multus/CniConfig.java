package dev.multihoming.core.multus;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.Parsed;
import java.util.List;

/// A CNI configuration as Multus takes it from `spec.config` (facts B).
///
/// @param document the JSON object, or where and why the text is not one
/// @param form whether Multus runs one plugin or a chain
/// @param entries how many plugins are written, also where they could not be read
/// @param plugins the plugin objects that Multus would run, in order: the document itself where its `type` is a
///     non-empty string, else the objects of its `plugins`; empty where there are none to read
public record CniConfig(Parsed<JsonObject> document, Form form, int entries, List<Plugin> plugins) {
    public CniConfig {
        plugins = List.copyOf(plugins);
    }

    /// Whether it could not be read for nothing but its depth.
    public boolean isTooDeep() {
        return document instanceof Parsed.Malformed<JsonObject>(int _, String fact) && fact.equals(JsonReader.TOO_DEEP);
    }

    /// How a config names what to run. Multus looks for a type first and then never at `plugins` (facts B).
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
