package dev.multihoming.core.json;

import java.util.Optional;
import java.util.OptionalLong;

/// Numbers as Go decodes them.
///
/// Multus and libcni decode the config into a map and libcni always writes it anew before a plugin reads it
/// (to add the name and the version), so what a plugin gets of a number is a 64-bit float written by Go.
public final class GoNumbers {
    /// From here on Go writes a float with an exponent, which a plugin's integer field does not take.
    private static final double FIRST_BEYOND_LONG = 0x1p63;

    private GoNumbers() {}

    /// The integer that a plugin reads: also `100.0` and `1e2` are one
    /// (node-behavior.md#how-plugins-read-their-config). Empty where it fails.
    public static OptionalLong whole(JsonNumber number) {
        double value = Double.parseDouble(number.text());
        boolean whole = value == Math.rint(value) && Math.abs(value) < FIRST_BEYOND_LONG;
        return whole ? OptionalLong.of((long) value) : OptionalLong.empty();
    }

    /// The integer that Go's `strconv.ParseInt` reads, where it decodes the text itself: neither a fraction nor an
    /// exponent, not even `1.0`. Empty where it fails.
    public static OptionalLong asWritten(JsonNumber number) {
        try {
            return OptionalLong.of(Long.parseLong(number.text()));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// The first number that no float holds: Go fails on it wherever it decodes into a map or an interface.
    public static Optional<JsonNumber> firstBeyond(Json value) {
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
