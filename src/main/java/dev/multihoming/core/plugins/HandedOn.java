package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import java.util.List;
import java.util.stream.IntStream;
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
    Stream<Written> in(JsonPath path, JsonObject object) {
        return below(path, object, keys);
    }

    private static Stream<Written> below(JsonPath path, Json value, List<String> keys) {
        return switch (value) {
            case JsonObject object
            when !keys.isEmpty() ->
                object.members().stream()
                        .filter(member -> GoKeys.foldsTo(member.key(), keys.getFirst()))
                        .flatMap(member -> member(path, member, keys.subList(1, keys.size())));
            case JsonArray array ->
                IntStream.range(0, array.elements().size())
                        .boxed()
                        .flatMap(i -> below(path.child(i), array.elements().get(i), keys));
            default -> Stream.empty();
        };
    }

    private static Stream<Written> member(JsonPath path, JsonMember member, List<String> rest) {
        JsonPath here = path.child(member.key());
        return rest.isEmpty() && member.value() instanceof JsonString text
                ? Stream.of(new Written(here, text.start(), member.key(), text.value()))
                : below(here, member.value(), rest);
    }

    /// The texts of a list; others are of the wrong type, which the plugin refuses.
    static List<String> texts(JsonArray array) {
        return array.elements().stream()
                .flatMap(element -> element instanceof JsonString text ? Stream.of(text.value()) : Stream.empty())
                .toList();
    }
}
