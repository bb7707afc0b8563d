package dev.multihoming.webhook.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.review.Addition;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.TextMutation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The JSON Patch (RFC 6902) that makes some repairs.
///
/// Each text is guarded by a `test` of its value, so that the patch fails rather than overwrite what another
/// mutator wrote.
final class JsonPatch {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonPatch() {}

    static byte[] of(List<RuleMutation> mutations) {
        List<Mutation> repairs = mutations.stream().map(RuleMutation::repair).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartArray();
            texts(json, repairs);
            additions(json, repairs);
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void texts(JsonGenerator json, List<Mutation> repairs) throws IOException {
        Map<String, List<TextMutation>> byField = repairs.stream()
                .filter(TextMutation.class::isInstance)
                .map(TextMutation.class::cast)
                .collect(Collectors.groupingBy(TextMutation::pointer, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<TextMutation>> field : byField.entrySet()) {
            String original = field.getValue().getFirst().original();
            List<TextEdit> edits =
                    field.getValue().stream().map(TextMutation::edit).toList();
            operation(json, "test", field.getKey(), original);
            operation(json, "replace", field.getKey(), TextEdit.apply(original, edits));
        }
    }

    /// What several add, such as the object that their members go into, is added once.
    private static void additions(JsonGenerator json, List<Mutation> repairs) throws IOException {
        Set<Addition.Member> members = new LinkedHashSet<>();
        for (Mutation repair : repairs) {
            if (repair instanceof Addition addition) {
                members.addAll(addition.members());
            }
        }
        for (Addition.Member member : members) {
            operation(json, "add", member.pointer(), member.text());
        }
    }

    private static void operation(JsonGenerator json, String op, String path, @Nullable String value)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("op", op);
        json.writeStringField("path", path);
        if (value == null) {
            json.writeObjectFieldStart("value");
            json.writeEndObject();
        } else {
            json.writeStringField("value", value);
        }
        json.writeEndObject();
    }
}
