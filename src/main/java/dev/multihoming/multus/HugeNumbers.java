package dev.multihoming.multus;

import dev.multihoming.json.Json;
import dev.multihoming.json.JsonArray;
import dev.multihoming.json.JsonBoolean;
import dev.multihoming.json.JsonMember;
import dev.multihoming.json.JsonNull;
import dev.multihoming.json.JsonNumber;
import dev.multihoming.json.JsonObject;
import dev.multihoming.json.JsonString;
import java.util.Optional;

/// Numbers in a free-form value that Go cannot decode: it makes a `float64` of each and fails beyond its range.
final class HugeNumbers {
    private HugeNumbers() {}

    /// The first of them.
    static Optional<JsonNumber> in(Json value) {
        return switch (value) {
            case JsonNumber number ->
                Double.isInfinite(Double.parseDouble(number.text())) ? Optional.of(number) : Optional.empty();
            case JsonArray array ->
                array.elements().stream()
                        .flatMap(element -> in(element).stream())
                        .findFirst();
            case JsonObject object ->
                object.members().stream()
                        .map(JsonMember::value)
                        .flatMap(member -> in(member).stream())
                        .findFirst();
            case JsonString _, JsonBoolean _, JsonNull _ -> Optional.empty();
        };
    }
}
