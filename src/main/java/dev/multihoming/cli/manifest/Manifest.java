package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.topology.ObjectRef;

/// A Kubernetes object of a source.
///
/// @param number which piece of the source it is, from 0
/// @param node where it stands there: a document, or an item of a List
/// @param object what kubectl would send of it
/// @param namespace where it would be created; empty for what belongs to none
public record Manifest(Source source, int number, Node node, JsonNode object, String namespace) {
    public String apiVersion() {
        return object.path("apiVersion").asText();
    }

    public String kind() {
        return object.path("kind").asText();
    }

    /// `metadata.name`, or `metadata.generateName` with a `*`.
    public String name() {
        String name = object.at("/metadata/name").asText();
        String begin = object.at("/metadata/generateName").asText();
        return name.isEmpty() && !begin.isEmpty() ? begin + "*" : name;
    }

    public ObjectRef ref() {
        return new ObjectRef(kind(), namespace, name());
    }

    /// For a person: `Pod team-a/app`.
    public String title() {
        String name = name().isEmpty() ? "without a name" : name();
        return kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
