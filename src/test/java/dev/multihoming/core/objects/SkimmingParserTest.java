package dev.multihoming.core.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Skipping by searching for the end gives what Jackson's own skipping, token by token, gives.
class SkimmingParserTest {
    private static final int RUNS = 5_000;
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What could be taken for the end of a string, or hide it.
    private static final List<String> PIECES = List.of(
            "\\\"",
            "\\\\",
            "\\u0022",
            "\\u005c",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "a",
            "seven b",
            "eight by",
            "\u00e9",
            "\ud83d\ude00",
            "/");

    private final Random random = new Random(20261125);

    @Test
    void skipsWhatJacksonSkips() throws IOException {
        for (int i = 0; i < RUNS; i++) {
            byte[] json = value(4).getBytes(StandardCharsets.UTF_8);
            long seed = random.nextLong();
            assertThat(walk(SkimmingFactory.INSTANCE, json, seed))
                    .as("%s", new String(json, StandardCharsets.UTF_8))
                    .isEqualTo(walk(JACKSON, json, seed));
        }
    }

    @Test
    void whatIsSetAsideIsReadLaterAsItStands() throws IOException {
        for (int i = 0; i < RUNS; i++) {
            String value = "[" + value(4) + "]";
            JsonParser parser =
                    SkimmingFactory.INSTANCE.createParser(("[ " + value + " , 7]").getBytes(StandardCharsets.UTF_8));
            parser.nextToken();
            parser.nextToken();
            DeferredJson aside = DeferredJson.of(parser);
            assertThat(parser.nextToken()).as("after %s", value).isEqualTo(JsonToken.VALUE_NUMBER_INT);
            try (JsonParser later = aside.open()) {
                assertThat(MAPPER.<JsonNode>readTree(later)).isEqualTo(MAPPER.readTree(value));
            }
        }
    }

    @Test
    void namesThatCollideDoNotHarmWhoReadsAfterThem() throws IOException {
        SkimmingFactory factory = SkimmingFactory.fresh();
        byte[] colliding = object(CollidingNames.of(5_000));
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> names(factory, colliding)).isInstanceOf(StreamConstraintsException.class);
            for (int j = 0; j < 50; j++) {
                String name = "example.com/a-name-of-some-length-" + i + "-" + j;
                List<String> harmless = List.of(name, name + "-a", name + "-b", name + "-c");
                assertThat(names(factory, object(harmless))).isEqualTo(harmless);
            }
        }
    }

    private static List<String> names(JsonFactory factory, byte[] object) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = factory.createParser(object)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                names.add(name);
                parser.nextToken();
            }
        }
        return names;
    }

    private static byte[] object(List<String> names) {
        return names.stream()
                .map(name -> "\"" + name + "\":0")
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aTextThatEndsTooEarlyIsNoJson() {
        for (int i = 0; i < RUNS; i++) {
            byte[] whole = ("{\"skipped\":" + value(4) + ",\"read\":0}").getBytes(StandardCharsets.UTF_8);
            byte[] half = Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
            assertThatThrownBy(() -> walk(SkimmingFactory.INSTANCE, half, 0)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "{\"a\":[{", "{\"a", "{\"a\\", "{\"a\\\"", "[\"12345678\\", "[\"1234567"})
    void anEndWithinASkippedValueIsToldAsSuch(String half) throws IOException {
        try (JsonParser parser = SkimmingFactory.INSTANCE.createParser(half.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            assertThatThrownBy(parser::skipChildren).isInstanceOf(JsonEOFException.class);
        }
    }

    /// The tokens that are left when some values are skipped, the same for one seed.
    private static List<String> walk(JsonFactory factory, byte[] json, long seed) throws IOException {
        Random choices = new Random(seed);
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = factory.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                tokens.add(token + " " + parser.getText());
                if (token != JsonToken.FIELD_NAME && choices.nextBoolean()) {
                    parser.skipChildren();
                    tokens.add("skipped to " + parser.currentToken() + " in "
                            + parser.getParsingContext().pathAsPointer());
                }
            }
        }
        return tokens;
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "-1.5e3";
            case 3, 4 -> string();
            case 5 -> list("[", "]", depth, "");
            default -> list("{", "}", depth, string() + ": ");
        };
    }

    private String list(String open, String close, int depth, String before) {
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            values.add(before + value(depth - 1));
        }
        return open + String.join(" , ", values) + close;
    }

    private String string() {
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.append('"').toString();
    }
}
