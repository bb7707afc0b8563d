package dev.multihoming.core.plugins;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A range of addresses as a config has it; not empty, but perhaps not valid.
///
/// @param path of what it was read from
/// @param holder the object that has it
public record RangeText(JsonPath path, JsonObject holder, String text) {
    /// Of a network, and of `first-last/prefix`; empty where it cannot be read.
    public Optional<IpSubnet> subnet() {
        return IpSubnet.parse(text.substring(text.indexOf('-') + 1));
    }

    /// The first address of `first-last/prefix`; empty for a network.
    public Optional<IpAddress> writtenFirst() {
        return isFromTo() ? IpAddress.parse(text.substring(0, text.indexOf('-'))) : Optional.empty();
    }

    /// The last address of `first-last/prefix`; empty for a network.
    public Optional<IpAddress> writtenLast() {
        return isFromTo() ? subnet().map(IpSubnet::address) : Optional.empty();
    }

    private boolean isFromTo() {
        return text.indexOf('-') >= 0;
    }

    static Stream<RangeText> at(JsonPath path, JsonObject object, String key) {
        String text = GoFields.text(object, key);
        return text.isEmpty() ? Stream.empty() : Stream.of(new RangeText(path, object, text));
    }

    /// Of the objects of a list, or of the lists in it.
    static Stream<RangeText> inList(JsonPath path, JsonObject object, String list, String key) {
        return GoFields.list(object, list).stream()
                .flatMap(elements -> IntStream.range(0, elements.elements().size())
                        .boxed()
                        .flatMap(i -> element(
                                path.child(list).child(i), elements.elements().get(i), key)));
    }

    private static Stream<RangeText> element(JsonPath path, Json element, String key) {
        return switch (element) {
            case JsonObject object -> at(path, object, key);
            case JsonArray set ->
                IntStream.range(0, set.elements().size())
                        .boxed()
                        .flatMap(i -> set.elements().get(i) instanceof JsonObject object
                                ? at(path.child(i), object, key)
                                : Stream.empty());
            case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> Stream.empty();
        };
    }
}
