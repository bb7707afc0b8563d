package dev.multihoming.core.schema;

import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import java.util.Optional;

/// What a reader refuses to have together, though it would take each by itself.
@FunctionalInterface
public interface Exclusion {
    /// Empty unless that object, which stands there, has it together.
    Optional<SchemaViolation> violation(JsonPath path, JsonObject object);
}
