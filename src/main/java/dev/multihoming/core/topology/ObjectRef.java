package dev.multihoming.core.topology;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// An object by kind, namespace and name.
public record ObjectRef(String kind, String namespace, String name) {
    /// What controls that object, which is in the same namespace; empty where nothing does.
    public static Optional<ObjectRef> controllerOf(JsonNode object, String namespace) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return Optional.of(new ObjectRef(
                        owner.path("kind").asText(),
                        namespace,
                        owner.path("name").asText()));
            }
        }
        return Optional.empty();
    }

    /// As kubectl calls it within its namespace: `Deployment/web`.
    public String title() {
        return kind + "/" + name;
    }

    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
