package dev.multihoming.multus.plugins;

import java.util.List;

/// What a reader accepts as the value of a key.
public sealed interface FieldType {
    /// Whatever: known as a key, its value is judged elsewhere or not at all.
    record Any() implements FieldType {}

    /// `true` or `false`, never the strings.
    record Flag() implements FieldType {}

    /// A string.
    record Text() implements FieldType {}

    /// One of these strings.
    record Choice(List<String> values) implements FieldType {
        public Choice {
            values = List.copyOf(values);
        }
    }

    /// The name of a network interface of the node; never empty.
    record Link() implements FieldType {}

    /// The MAC address of an interface; empty counts as absent.
    record Mac() implements FieldType {}

    /// The MTU of an Ethernet interface: what the kernel takes, or 0 and less, which plugins take for unset.
    record Mtu() implements FieldType {
        /// ETH_MIN_MTU and ETH_MAX_MTU.
        public static final int MIN = 68;

        public static final int MAX = 65_535;
    }

    /// A whole number between `min` and `max`, both allowed.
    record Whole(long min, long max) implements FieldType {}

    /// An object that decodes into a Go struct: keys it does not know are ignored.
    record Struct(List<Field> fields, List<Interval> intervals) implements FieldType {
        public Struct {
            fields = List.copyOf(fields);
            intervals = List.copyOf(intervals);
        }

        public static Struct of(Field... fields) {
            return new Struct(List.of(fields), List.of());
        }
    }

    /// Two whole numbers of a struct that are given together or not at all, the first not above the second.
    record Interval(String low, String high) {}

    /// An array. A `null` element fails (or crashes the reader) where elements are structs.
    record Listing(FieldType element) implements FieldType {}

    /// An object with free keys.
    record Mapping(FieldType value) implements FieldType {}
}
