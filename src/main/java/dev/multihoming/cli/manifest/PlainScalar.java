package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kubectl takes a text without quotes for. It reads YAML with go-yaml v2, which is neither YAML 1.1 nor 1.2: `y`
/// is true, `0o17` is 15, `08` is 8, and `1:30` is text.
///
/// Source: `resolve` in `resolve.go` of go.yaml.in/yaml v2.4.4; ReaderDifferentialIT asks it.
final class PlainScalar {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

    /// Numbers that JSON does not have: kubectl refuses the file.
    private static final Set<String> NO_JSON = Set.of(
            ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF");

    /// With a group of digits for each base.
    private static final Pattern INTEGER = Pattern.compile(
            "(?<sign>[-+]?)(?:0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<binary>[01]+)|0[oO]?(?<octal>[0-7]+)|(?<decimal>0|[1-9][0-9]*))"
                    + "|0b(?<signed>[-+][01]+)");

    private static final Map<String, Integer> BASES =
            Map.of("hex", 16, "binary", 2, "octal", 8, "decimal", 10, "signed", 2);

    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?");

    /// No number that anyone writes has more characters.
    private static final int LONGEST = 400;

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    private static final BigInteger MOST_SIGNED = BigInteger.valueOf(Long.MAX_VALUE);

    /// From here on Go writes a float with an exponent.
    private static final double LARGE = 1e21;

    private PlainScalar() {}

    static Node.Type type(String text) {
        if (NULL.contains(text)) {
            return Node.Type.NULL;
        }
        if (text.equals("<<")) {
            return Node.Type.MERGE;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Node.Type.BOOLEAN;
        }
        return NO_JSON.contains(text) || number(text).isPresent() ? Node.Type.NUMBER : Node.Type.STRING;
    }

    /// The text itself where it is neither true nor false.
    static JsonNode bool(String text) {
        return TRUE.contains(text)
                ? JSON.booleanNode(true)
                : FALSE.contains(text) ? JSON.booleanNode(false) : JSON.textNode(text);
    }

    /// The text itself where it is no number, and where JSON does not have that number.
    static JsonNode numeric(String text) {
        return number(text).orElseGet(() -> JSON.textNode(text));
    }

    private static Optional<JsonNode> number(String text) {
        if (text.isEmpty() || text.length() > LONGEST || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        // Go drops underscores wherever they stand, but not after a point at the start.
        String plain = text.charAt(0) == '.' ? text : text.replace("_", "");
        return integer(plain).or(() -> decimal(plain));
    }

    /// As Go's `ParseInt` and `ParseUint` read it.
    private static Optional<JsonNode> integer(String plain) {
        Matcher matcher = INTEGER.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String sign = Objects.requireNonNullElse(matcher.group("sign"), "");
        Map.Entry<String, Integer> base = BASES.entrySet().stream()
                .filter(it -> matcher.group(it.getKey()) != null)
                .findFirst()
                .orElseThrow();
        BigInteger value = new BigInteger(sign + matcher.group(base.getKey()), base.getValue());
        BigInteger most = sign.isEmpty() ? MOST : MOST_SIGNED;
        return value.compareTo(LEAST) < 0 || value.compareTo(most) > 0
                ? Optional.empty()
                : Optional.of(JSON.numberNode(value));
    }

    /// Go writes a float without a fraction as an integer, unless it is very large.
    private static Optional<JsonNode> decimal(String plain) {
        if (!FLOAT.matcher(plain).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(plain);
        if (Double.isInfinite(value)) {
            return Optional.empty();
        }
        return Optional.of(
                value == Math.rint(value) && Math.abs(value) < LARGE
                        ? JSON.numberNode(new BigDecimal(Double.toString(value)).toBigInteger())
                        : JSON.numberNode(value));
    }
}
