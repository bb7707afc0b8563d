package dev.multihoming.core.multus;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonMember;
import dev.multihoming.core.json.JsonNull;
import dev.multihoming.core.json.JsonNumber;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import java.util.Optional;
import java.util.OptionalLong;

/// Numbers of a config after Go has carried them through a map.
///
/// Multus and libcni decode the config into a map and libcni always writes it anew before a plugin reads it
/// (to add the name and the version), so what a plugin gets of a number is a 64-bit float written by Go.
public final class GoNumbers {
    /// From here on Go writes a float with an exponent, which a plugin's integer field does not take.
    private static final double FIRST_BEYOND_LONG = 0x1p63;

    private GoNumbers() {}

    /// The integer that a plugin reads: also `100.0` and `1e2` are one (RIG 208, 209). Empty where it fails.
    public static OptionalLong whole(JsonNumber number) {
        double value = Double.parseDouble(number.text());
        boolean whole = value == Math.rint(value) && Math.abs(value) < FIRST_BEYOND_LONG;
        return whole ? OptionalLong.of((long) value) : OptionalLong.empty();
    }

    /// The first number that no float holds: Multus fails on the whole config, whatever the key.
    static Optional<JsonNumber> firstBeyond(Json value) {
        return switch (value) {
            case JsonNumber number ->
                Double.isInfinite(Double.parseDouble(number.text())) ? Optional.of(number) : Optional.empty();
            case JsonObject object ->
                object.members().stream()
                        .map(JsonMember::value)
                        .flatMap(member -> firstBeyond(member).stream())
                        .findFirst();
            case JsonArray array ->
                array.elements().stream()
                        .flatMap(element -> firstBeyond(element).stream())
                        .findFirst();
            case JsonString _, JsonBoolean _, JsonNull _ -> Optional.empty();
        };
    }
}
