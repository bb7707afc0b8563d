package dev.multihoming.cli.policydiff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.Manifest;
import java.util.List;

/// An object as a test keeps it: without what the API server writes, and without what can hold secrets and no rule
/// reads.
final class TestObject {
    private static final List<String> WRITTEN_BY_SERVER =
            List.of("managedFields", "resourceVersion", "uid", "generation", "selfLink");

    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private static final List<String> OF_PROGRAMS = List.of("args", "command", "env", "envFrom");

    private TestObject() {}

    static ObjectNode of(Manifest manifest) {
        return of(manifest.object());
    }

    static ObjectNode of(JsonNode object) {
        ObjectNode kept = object.deepCopy();
        kept.remove("status");
        if (kept.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(WRITTEN_BY_SERVER);
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(LAST_APPLIED);
            }
        }
        removeFromContainers(kept);
        return kept;
    }

    /// Wherever a template nests them: only a container has an image.
    private static void removeFromContainers(JsonNode value) {
        if (value instanceof ObjectNode object && object.has("image")) {
            object.remove(OF_PROGRAMS);
        }
        value.forEach(TestObject::removeFromContainers);
    }
}
