package dev.multihoming.core.multus;

import dev.multihoming.core.json.GoKeys;
import java.util.Map;
import java.util.Optional;

/// What a field of Multus' structures wants of a JSON value; `null` fits every one and changes nothing.
sealed interface GoType {
    /// What a person calls it: "a string".
    String expected();

    /// An example of a value.
    String example();

    /// A Go `string`.
    record Text(String example) implements GoType {
        @Override
        public String expected() {
            return "a string";
        }
    }

    /// A Go `int`: no fraction, no exponent, 64 bits.
    record Int() implements GoType {
        @Override
        public String expected() {
            return "a whole number";
        }

        @Override
        public String example() {
            return "1";
        }
    }

    /// A Go slice.
    record ListOf(GoType element, String expected) implements GoType {
        @Override
        public String example() {
            return "[" + element.example() + "]";
        }
    }

    /// A Go struct, with the keys it knows.
    record Struct(Map<String, GoType> fields, String example) implements GoType {
        public Struct {
            fields = Map.copyOf(fields);
        }

        @Override
        public String expected() {
            return "an object";
        }

        /// The field that Go decodes a member of that key into.
        Optional<String> fieldFor(String key) {
            return fields.containsKey(key)
                    ? Optional.of(key)
                    : fields.keySet().stream()
                            .filter(field -> GoKeys.foldsTo(key, field))
                            .findFirst();
        }
    }

    /// A Go map of anything: its keys mean something only to whoever reads them later.
    record FreeForm() implements GoType {
        @Override
        public String expected() {
            return "an object";
        }

        @Override
        public String example() {
            return "{}";
        }
    }

    /// Skipped by Multus: unknown to it, or known to other readers of the element only.
    record Foreign() implements GoType {
        @Override
        public String expected() {
            return "anything";
        }

        @Override
        public String example() {
            return "\"\"";
        }
    }
}
