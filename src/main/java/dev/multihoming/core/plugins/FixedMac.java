package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/// The hardware address that a plugin's config gives to each interface (node-behavior.md#mac-addresses).
final class FixedMac {
    private static final String KEY = "mac";

    private FixedMac() {}

    /// The last one that the plugin reads; empty where its config has none. A chained plugin reads `args` after
    /// `runtimeConfig` (tuning.go, `parseConf`), one that makes the interface before (bridge.go, `loadNetConf`).
    static Optional<String> of(CniPlugin plugin, JsonObject config) {
        MacHandling handling = plugin.mac();
        if (!handling.takesRequests()) {
            return Optional.empty();
        }
        boolean hasKey = plugin.fields().stream().anyMatch(field -> field.key().equals(KEY));
        boolean readsArgs = handling.request() == MacHandling.Request.TAKEN_ALSO_FROM_ARGS;
        String own = hasKey ? GoFields.text(config, KEY) : "";
        String args = readsArgs ? inArgs(config) : "";
        String runtime = in(GoFields.object(config, "runtimeConfig"));
        return (plugin.chained() ? Stream.of(own, runtime, args) : Stream.of(own, args, runtime))
                .filter(mac -> !mac.isEmpty())
                .reduce((_, last) -> last);
    }

    private static String inArgs(JsonObject config) {
        return in(GoFields.object(config, "args").flatMap(args -> GoFields.object(args, "cni")));
    }

    private static String in(Optional<JsonObject> holder) {
        return holder.map(object -> GoFields.text(object, KEY)).orElse("");
    }
}
