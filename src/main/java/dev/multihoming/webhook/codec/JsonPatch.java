package dev.multihoming.webhook.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.multihoming.core.admission.ObjectChanges;
import dev.multihoming.core.review.Addition;
import dev.multihoming.core.review.RuleMutation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The JSON Patch (RFC 6902) that makes some repairs.
///
/// Each text is guarded by a `test` of its value, so that the patch fails rather than overwrite what another
/// mutator wrote.
final class JsonPatch {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonPatch() {}

    static byte[] of(List<RuleMutation> mutations) {
        ObjectChanges changes = ObjectChanges.of(mutations);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartArray();
            for (ObjectChanges.Text text : changes.texts()) {
                operation(json, "test", text.pointer(), text.original());
                operation(json, "replace", text.pointer(), text.changed());
            }
            for (Addition.Member member : changes.members()) {
                operation(json, "add", member.pointer(), member.text());
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
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
