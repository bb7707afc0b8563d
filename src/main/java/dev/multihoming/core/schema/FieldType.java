package dev.multihoming.core.schema;

import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonBoolean;
import dev.multihoming.core.json.JsonString;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a reader accepts as the value of a key.
public sealed interface FieldType {
    /// Whatever: known as a key, its value is judged elsewhere or not at all.
    record Any() implements FieldType {}

    /// `true` or `false`, never the strings.
    record Flag() implements FieldType {}

    /// `true` or `false`, also as a string in any case.
    record FlagOrWord() implements FieldType {
        boolean admits(Json value) {
            return value instanceof JsonBoolean
                    || (value instanceof JsonString text
                            && (text.value().equalsIgnoreCase("true")
                                    || text.value().equalsIgnoreCase("false")));
        }
    }

    /// A string.
    record Text() implements FieldType {}

    /// One of these strings; the empty one among them counts as absent.
    ///
    /// @param anyCase whether the reader ignores the case
    record Choice(List<String> values, boolean anyCase) implements FieldType {
        public Choice {
            values = List.copyOf(values);
        }

        public Choice(List<String> values) {
            this(values, false);
        }

        public static Choice of(String... values) {
            return new Choice(List.of(values));
        }

        public boolean admits(String text) {
            if (!anyCase) {
                return values.contains(text);
            }
            // As Go lowers it: a long s stays one.
            String lower = text.toLowerCase(Locale.ROOT);
            return values.stream()
                    .anyMatch(value -> value.toLowerCase(Locale.ROOT).equals(lower));
        }
    }

    /// A string of some form.
    record Formed(Form form) implements FieldType {}

    /// The MTU of an interface: what the kernel takes, or 0 for the default.
    ///
    /// @param negative whether what is below 0 counts as 0
    record Mtu(int min, int max, boolean negative) implements FieldType {
        /// ETH_MIN_MTU and ETH_MAX_MTU.
        public static final int MIN = 68;

        public static final int MAX = 65_535;

        /// Of an Ethernet interface, for plugins that ask the kernel only where it is above 0.
        public Mtu() {
            this(MIN, MAX, true);
        }

        /// What counts as none.
        public Whole unset() {
            return new Whole(negative ? Long.MIN_VALUE : 0, 0);
        }

        /// What the kernel is asked for.
        public Whole set() {
            return new Whole(min, max);
        }
    }

    /// A whole number between `min` and `max`, both allowed.
    record Whole(long min, long max) implements FieldType {}

    /// An object that decodes into a Go struct: keys it does not know are ignored.
    ///
    /// @param required the keys that it does not work without
    record Struct(List<Field> fields, List<Interval> intervals, List<String> required) implements FieldType {
        public Struct {
            fields = List.copyOf(fields);
            intervals = List.copyOf(intervals);
            required = List.copyOf(required);
        }

        public static Struct of(Field... fields) {
            return new Struct(List.of(fields), List.of(), List.of());
        }

        /// With pairs of bounds.
        public Struct(List<Field> fields, List<Interval> intervals) {
            this(fields, intervals, List.of());
        }

        /// An example of a value of that field, in JSON; empty where the table has none.
        String example(String key) {
            return fields.stream()
                    .filter(field -> field.key().equals(key))
                    .map(Field::example)
                    .findFirst()
                    .orElse("");
        }

        public Struct requiring(String... keys) {
            return new Struct(fields, intervals, List.of(keys));
        }
    }

    /// Two whole numbers of a struct that are given together or not at all, the first not above the second.
    record Interval(String low, String high) {}

    /// An array. A `null` element fails (or crashes the reader) where elements are structs.
    ///
    /// @param least how many elements the reader wants at least where there is an array
    /// @param ofPointers whether its elements are pointers to structs, which may be `null`
    record Listing(FieldType element, int least, boolean ofPointers) implements FieldType {
        public Listing(FieldType element) {
            this(element, 0);
        }

        public Listing(FieldType element, int least) {
            this(element, least, false);
        }

        public static Listing ofPointers(Struct element) {
            return new Listing(element, 0, true);
        }
    }

    /// An object with free keys.
    ///
    /// @param keys what its keys must be; `null` for anything
    record Mapping(FieldType value, @Nullable Form keys) implements FieldType {
        public Mapping(FieldType value) {
            this(value, null);
        }
    }

    /// An object that its reader decodes into a map of anything, for others to read: any key, any value, and no
    /// number that a float cannot hold.
    record FreeForm() implements FieldType {}
}
