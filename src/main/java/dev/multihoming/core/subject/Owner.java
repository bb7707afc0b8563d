package dev.multihoming.core.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// The controller of an object, from its owner references. It is in the object's namespace.
public record Owner(String apiVersion, String kind, String name) {
    /// Empty where nothing controls the object.
    public static Optional<Owner> controllerOf(JsonNode object) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return Optional.of(new Owner(
                        owner.path("apiVersion").asText(),
                        owner.path("kind").asText(),
                        owner.path("name").asText()));
            }
        }
        return Optional.empty();
    }
}
