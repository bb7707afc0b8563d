package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.plugins.KnownPlugins;

/// A type that works where one is to be written. `ipam` runs a program too, but one that gives addresses:
/// `bridge` there fails on the node (facts C15, C16).
final class PluginExample {
    private PluginExample() {}

    /// In quotes, for the `type` of the object at that path.
    static String at(JsonPath path) {
        return isIpam(path) ? "\"host-local\"" : "\"bridge\"";
    }

    /// Whether that program may be what is meant there: of those that make interfaces none gives addresses.
    static boolean mayStand(String program, JsonPath path) {
        return !isIpam(path) || KnownPlugins.of(program).isEmpty();
    }

    private static boolean isIpam(JsonPath path) {
        return GoKeys.foldsTo(path.last(), "ipam");
    }
}
