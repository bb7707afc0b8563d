package dev.multihoming.cli.policydiff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.Manifest;
import java.util.Optional;

/// An object, as kubectl calls it within its namespace.
public record ObjectName(String kind, String namespace, String name) {
    public static ObjectName of(Manifest manifest) {
        return new ObjectName(manifest.kind(), manifest.namespace(), manifest.name());
    }

    /// The object that controls that one; empty for none.
    static Optional<ObjectName> controllerOf(Manifest manifest) {
        for (JsonNode owner : manifest.object().at("/metadata/ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return Optional.of(new ObjectName(
                        owner.path("kind").asText(),
                        manifest.namespace(),
                        owner.path("name").asText()));
            }
        }
        return Optional.empty();
    }

    /// `Deployment/web`.
    String title() {
        return kind + "/" + name;
    }
}
