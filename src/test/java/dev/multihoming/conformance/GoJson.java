package dev.multihoming.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/// A document carried through Go's `map[string]any`, as Multus and libcni carry every config: of a
/// repeated key the last value, keys in the order of their bytes, numbers as 64-bit floats.
///
/// Deliberately not our own reader, which is what the judge is there to judge.
final class GoJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<JsonNode> NUMBERS = (one, other) -> one.isNumber() && other.isNumber()
            ? one.decimalValue().compareTo(other.decimalValue())
            : one.equals(other) ? 0 : 1;

    private GoJson() {}

    static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON object: " + text, e);
        }
    }

    static JsonNode remarshalled(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode sorted = JSON.createObjectNode();
            TreeSet<String> keys = new TreeSet<>();
            object.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> sorted.set(key, remarshalled(object.get(key))));
            return sorted;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(remarshalled(element)));
            return copy;
        }
        return value.isNumber() ? JsonNodeFactory.instance.rawValueNode(new RawValue(number(value))) : value;
    }

    /// The member that Go would decode into that field: the last that differs in nothing but ASCII case
    /// and is not `null`.
    static Optional<JsonNode> field(ObjectNode object, String name) {
        return object.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name)
                        && !member.getValue().isNull())
                .map(member -> member.getValue())
                .reduce((_, later) -> later);
    }

    /// Whether two values are the same, however their numbers are written.
    static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals(NUMBERS, other);
    }

    /// Go's format of a float: an exponent only for the very large and the very small.
    private static String number(JsonNode number) {
        double value = number.doubleValue();
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-6 || size >= 1e21)) {
            return Double.toString(value).replace("E", size < 1 ? "e" : "e+");
        }
        String digits =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return value == 0 && 1 / value < 0 ? "-0" : digits;
    }
}
