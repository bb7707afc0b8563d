package dev.multihoming.webhook.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind;

/// Which object a result is about.
public record AuditedObject(String apiVersion, String kind, String namespace, String name, String uid) {
    static AuditedObject of(ReviewedKind kind, String apiVersion, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new AuditedObject(
                apiVersion,
                kind.kind(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText(),
                metadata.path("uid").asText());
    }
}
