package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import java.util.function.Predicate;

/// What a plugin does since some release of the CNI plugins, where the nodes of a supported cluster may still have
/// an older one (docs/versions.md).
///
/// @param release the first that does it, as it is written: `1.8.0`
/// @param key that asks for it; where the config lacks one, that key
/// @param before what an older release does, in words that continue the plugin's name
/// @param otherwise what to do where a node has an older release, in words that continue a remedy
/// @param uses whether a config depends on it
public record NewInRelease(String release, String key, String before, String otherwise, Predicate<JsonObject> uses) {

    /// A field that older releases pass over.
    static NewInRelease field(String release, String key) {
        return new NewInRelease(release, key, "ignores " + Quoted.of(key), "remove it", config -> isSet(config, key));
    }

    /// The same, where that field is not set.
    NewInRelease unless(String other) {
        return new NewInRelease(
                release,
                key,
                before,
                otherwise,
                uses.and(config -> GoFields.set(config, other).isEmpty()));
    }

    /// Whether that field asks for something.
    static boolean isSet(JsonObject config, String key) {
        return GoFields.set(config, key)
                .filter(member -> !member.value().isZero())
                .isPresent();
    }
}
