package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.cli.manifest.Node.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;

/// What kubectl makes of a scalar. It reads YAML 1.1, in which `yes` is true.
final class ScalarValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private ScalarValue() {}

    static JsonNode of(Scalar scalar) {
        return switch (scalar.type()) {
            case STRING, MERGE -> JSON.textNode(scalar.text());
            case BOOLEAN -> JSON.booleanNode(TRUE.contains(scalar.text().toLowerCase(Locale.ROOT)));
            case NULL -> JSON.nullNode();
            case INTEGER -> integer(scalar.text());
            case FLOAT -> decimal(scalar.text());
        };
    }

    /// Times such as 12:30, numbers only to YAML 1.1, stay text.
    private static JsonNode integer(String text) {
        String digits = text.replace("_", "");
        try {
            if (digits.matches("[-+]?0x[0-9a-fA-F]+")) {
                return JSON.numberNode(new BigInteger(digits.replace("0x", ""), 16));
            }
            if (digits.matches("[-+]?0[0-7]+")) {
                return JSON.numberNode(new BigInteger(digits, 8));
            }
            return JSON.numberNode(new BigInteger(digits));
        } catch (NumberFormatException _) {
            return JSON.textNode(text);
        }
    }

    private static JsonNode decimal(String text) {
        try {
            return JSON.numberNode(new BigDecimal(text.replace("_", "")));
        } catch (NumberFormatException _) {
            return JSON.textNode(text);
        }
    }
}
