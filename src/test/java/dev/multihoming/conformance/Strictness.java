package dev.multihoming.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.json.GoKeys;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonReader;
import dev.multihoming.core.json.LocatedObject;
import dev.multihoming.core.json.Parsed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Where our readers refuse on purpose what Go's decoder takes. Nothing else may be refused.
enum Strictness {
    TOO_DEEP("a config nested more than 100 deep, since rules look at all of it"),
    NO_NAME("a name that no NetworkAttachmentDefinition can have"),
    NO_NAMESPACE("a namespace that cannot be"),
    NO_GATEWAY("a default route without an address, of which Go makes a gateway that is none"),
    BARE_MAC("a hardware address without separators, which only Go 1.26 and newer take"),
    MERGED_LISTS(
            "a list that stands twice, where Go keeps elements of the first in place of a later null or in objects");

    private static final int MAX_DEPTH = 100;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern BARE = Pattern.compile("[0-9a-fA-F]{12,}");

    private final String meaning;

    Strictness(String meaning) {
        this.meaning = meaning;
    }

    /// Why we may refuse that text, of which Go made this.
    static Optional<Strictness> of(String text, JsonNode answer) {
        return Arrays.stream(values())
                .filter(strictness -> strictness.explains(text, answer))
                .findFirst();
    }

    String meaning() {
        return meaning;
    }

    private boolean explains(String text, JsonNode answer) {
        return switch (this) {
            case TOO_DEEP -> depth(text) > MAX_DEPTH;
            case MERGED_LISTS -> holdsRepeatedList(text);
            case NO_NAME -> any(answer, Strictness::isNoName);
            case NO_NAMESPACE -> any(answer, Strictness::isNoNamespace);
            case NO_GATEWAY -> any(answer, Strictness::hasNoGateway);
            case BARE_MAC -> any(answer, Strictness::hasBareMac);
        };
    }

    /// Also where a rule denies the text, as it does any repeated key, the two readings differ.
    static boolean holdsRepeatedList(String text) {
        return switch (JsonReader.read("{\"whole\":" + text + "}")) {
            case Parsed.Ok<Json>(JsonObject whole) ->
                LocatedObject.allIn(whole).stream().anyMatch(located -> repeatsList(located.object()));
            case Parsed.Ok<Json> _, Parsed.Malformed<Json> _ -> false;
        };
    }

    private static boolean repeatsList(JsonObject object) {
        List<String> lists = object.members().stream()
                .filter(member -> member.value() instanceof JsonArray)
                .map(member -> GoKeys.folded(member.key()))
                .toList();
        return Set.copyOf(lists).size() < lists.size();
    }

    private static boolean hasNoGateway(JsonNode element) {
        return element.path("routes").toString().contains("none");
    }

    private static boolean any(JsonNode answer, Predicate<JsonNode> is) {
        return StreamSupport.stream(answer.path("elements").spliterator(), false)
                .anyMatch(is);
    }

    private static boolean isNoName(JsonNode element) {
        return !Arrays.stream(element.path("name").asText().split("\\.", -1))
                .allMatch(label -> LABEL.matcher(label).matches());
    }

    private static boolean isNoNamespace(JsonNode element) {
        String namespace = element.path("namespace").asText();
        return !namespace.isEmpty() && !LABEL.matcher(namespace).matches();
    }

    private static boolean hasBareMac(JsonNode element) {
        return StreamSupport.stream(element.path("addresses").spliterator(), false)
                .anyMatch(address -> BARE.matcher(address.asText()).matches());
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quoted = !quoted;
                case '[', '{' -> deepest = Math.max(deepest, quoted ? 0 : ++depth);
                case ']', '}' -> depth -= quoted ? 0 : 1;
                default -> {
                    // Neither opens nor closes.
                }
            }
        }
        return deepest;
    }
}
