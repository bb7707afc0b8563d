package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/// The places of a config where the hardware address of every interface can stand (node-behavior.md#mac-addresses).
final class FixedMac {
    private static final String KEY = "mac";

    private FixedMac() {}

    static String ofOwnKey(JsonObject config) {
        return GoFields.text(config, KEY);
    }

    static String inArgs(JsonObject config) {
        return GoFields.object(config, "args")
                .flatMap(args -> GoFields.object(args, "cni"))
                .map(FixedMac::ofOwnKey)
                .orElse("");
    }

    static String inRuntimeConfig(JsonObject config) {
        return GoFields.object(config, "runtimeConfig").map(FixedMac::ofOwnKey).orElse("");
    }

    /// The last of them that is written; empty where none is.
    static Optional<String> last(String... macs) {
        return Stream.of(macs).filter(mac -> !mac.isEmpty()).reduce((_, last) -> last);
    }
}
