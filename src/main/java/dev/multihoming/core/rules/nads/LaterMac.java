package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.multus.CniConfig;
import java.util.Optional;

/// Whether a plugin after a bridge gives the interface a MAC address of its own, as tuning does.
///
/// The bridge's spoof check knows only the address it saw itself: frames with the later one would be dropped.
/// An address that a pod requests reaches the bridge too and needs no care.
final class LaterMac {
    private LaterMac() {}

    /// The first later plugin that sets one.
    static Optional<CniConfig.Plugin> after(int bridge, ParsedConfig config) {
        return config.plugins().stream()
                .skip(bridge + 1L)
                .filter(plugin -> setsMac(plugin.object()))
                .findFirst();
    }

    private static boolean setsMac(JsonObject plugin) {
        return hasMac(Optional.of(plugin))
                || hasMac(GoFields.object(plugin, "runtimeConfig"))
                || hasMac(GoFields.object(plugin, "args").flatMap(args -> GoFields.object(args, "cni")));
    }

    private static boolean hasMac(Optional<JsonObject> object) {
        return object.flatMap(o -> GoFields.set(o, "mac"))
                .map(JsonMember::value)
                .filter(mac ->
                        !(mac instanceof JsonString text) || !text.value().isEmpty())
                .isPresent();
    }
}
