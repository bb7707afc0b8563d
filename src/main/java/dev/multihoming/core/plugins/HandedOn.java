package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The fields whose text a plugin hands to another program of the node, or uses as a path there.
///
/// @param keys from the plugin's object down; lists on the way are all looked at
/// @param form what the text must be
public record HandedOn(List<String> keys, SafeText form) {
    public HandedOn {
        keys = List.copyOf(keys);
    }

    /// Of every plugin: flannel hands its own `runtimeConfig` to its delegate.
    static final List<HandedOn> BY_ANY = List.of(
            of(SafeText.PROTOCOL, "runtimeConfig", "portMappings", "protocol"),
            of(SafeText.HOST_IP, "runtimeConfig", "portMappings", "hostIP"));

    static HandedOn of(SafeText form, String... keys) {
        return new HandedOn(List.of(keys), form);
    }

    /// A text of a config, and where it stands.
    record Written(JsonPath path, int offset, String key, String text) {}

    /// Every text that the field can get, whichever of repeated keys, or of keys in several spellings, counts.
    void each(JsonPath path, JsonObject object, Consumer<Written> found) {
        below(path, object, 0, found);
    }

    private void below(JsonPath path, Json value, int depth, Consumer<Written> found) {
        if (value instanceof JsonObject object && depth < keys.size()) {
            for (JsonMember member : object.members()) {
                if (GoKeys.foldsTo(member.key(), keys.get(depth))) {
                    member(path.child(member.key()), member, depth + 1, found);
                }
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.elements().size(); i++) {
                below(path.child(i), array.elements().get(i), depth, found);
            }
        }
    }

    private void member(JsonPath path, JsonMember member, int depth, Consumer<Written> found) {
        if (depth == keys.size() && member.value() instanceof JsonString text) {
            found.accept(new Written(path, text.start(), member.key(), text.value()));
        } else {
            below(path, member.value(), depth, found);
        }
    }

    /// The texts of a list; others are of the wrong type, which the plugin refuses.
    static List<String> texts(JsonArray array) {
        return array.elements().stream()
                .flatMap(element -> element instanceof JsonString text ? Stream.of(text.value()) : Stream.empty())
                .toList();
    }
}
