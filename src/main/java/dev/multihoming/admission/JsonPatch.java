package dev.multihoming.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.multihoming.json.TextEdit;
import dev.multihoming.review.Amendment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The JSON Patch (RFC 6902) that makes some repairs.
///
/// Each field is guarded by a `test` of its value, so that the patch fails rather than overwrite what another
/// mutator wrote.
final class JsonPatch {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonPatch() {}

    static byte[] of(List<Amendment> amendments) {
        Map<String, List<Amendment>> byField = amendments.stream()
                .collect(Collectors.groupingBy(
                        amendment -> amendment.repair().pointer(), LinkedHashMap::new, Collectors.toList()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartArray();
            for (Map.Entry<String, List<Amendment>> field : byField.entrySet()) {
                String original = field.getValue().getFirst().repair().original();
                List<TextEdit> edits = field.getValue().stream()
                        .map(amendment -> amendment.repair().edit())
                        .toList();
                operation(json, "test", field.getKey(), original);
                operation(json, "replace", field.getKey(), TextEdit.apply(original, edits));
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void operation(JsonGenerator json, String op, String path, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("op", op);
        json.writeStringField("path", path);
        json.writeStringField("value", value);
        json.writeEndObject();
    }
}
