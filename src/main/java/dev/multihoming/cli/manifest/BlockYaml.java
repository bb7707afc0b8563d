package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Values in YAML's block style, as people write manifests.
public final class BlockYaml {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            // A resourceVersion, or a label such as "1", is a string for the API server.
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .stringQuotingChecker(new Ambiguous())
            .build());

    /// Words that some reader takes for a boolean, for nothing or for a key of its own.
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<");

    /// How numbers and times begin to YAML 1.1, YAML 1.2 or kubectl: `0b1`, `0o17`, `1e3`, `-.5`, `.inf`, and
    /// 52:54:00:12:34:56, which is a number of base 60.
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+]?[.]?[0-9].*|[-+]?[.].*", Pattern.DOTALL);

    /// Breaks a line to YAML 1.1, or cannot be seen.
    private static final Pattern UNPRINTED = Pattern.compile("[\\u007f-\\u00a0\\u2028\\u2029\\ufeff]");

    private static final class Ambiguous extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteName(String name) {
            return isAmbiguous(name) || super.needToQuoteName(name);
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return isAmbiguous(value) || super.needToQuoteValue(value);
        }
    }

    /// Whether a reader of YAML may take a text for something else than that string where it stands without quotes.
    static boolean isAmbiguous(String text) {
        return text.isEmpty()
                || WORDS.contains(text.toLowerCase(Locale.ROOT))
                || LIKE_A_NUMBER.matcher(text).matches()
                || UNPRINTED.matcher(text).find();
    }

    private BlockYaml() {}

    /// The value, with a line feed at the end.
    public static String of(JsonNode value) {
        try {
            return YAML.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every object can be written", e);
        }
    }

    /// Whether a text comes to that value.
    public static boolean isThat(String yaml, JsonNode value) {
        try {
            return YAML.readTree(yaml).equals(value);
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
