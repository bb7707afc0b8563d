package dev.multihoming.core.topology;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.subject.Owner;
import java.util.Optional;

/// An object by kind, namespace and name.
public record ObjectRef(String kind, String namespace, String name) {
    /// What controls that object, which is in the same namespace; empty where nothing does.
    public static Optional<ObjectRef> controllerOf(JsonNode object, String namespace) {
        return Owner.controllerOf(object).map(owner -> new ObjectRef(owner.kind(), namespace, owner.name()));
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
