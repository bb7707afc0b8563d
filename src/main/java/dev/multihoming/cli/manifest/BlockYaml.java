package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;

/// Values in YAML's block style, as people write manifests.
public final class BlockYaml {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            // A resourceVersion, or a label such as "1", is a string for the API server.
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .stringQuotingChecker(new NumbersAndTimes())
            .build());

    /// YAML 1.1 has times, and numbers of base 60: without quotes 52:54:00:12:34:56 is one.
    private static final class NumbersAndTimes extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            boolean beginsLikeOne = !value.isEmpty() && Character.isDigit(value.charAt(0));
            return (beginsLikeOne && value.indexOf(':') > 0) || super.needToQuoteValue(value);
        }
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
