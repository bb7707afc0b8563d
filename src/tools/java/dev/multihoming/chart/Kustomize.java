package dev.multihoming.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.multihoming.plane.Programs;
import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What kustomize renders, by the kubectl of the embedded control plane.
public record Kustomize(String kubectl) {
    private static final YAMLMapper YAML = new YAMLMapper();

    public static Kustomize find() {
        return new Kustomize(Programs.find().kubectl().toString());
    }

    /// Which object: no two that an API server stores have the same.
    public record Identity(String apiVersion, String kind, String namespace, String name) {
        static Identity of(JsonNode object) {
            return new Identity(
                    object.path("apiVersion").asText(),
                    object.path("kind").asText(),
                    object.at("/metadata/namespace").asText(),
                    object.at("/metadata/name").asText());
        }
    }

    public Map<Identity, JsonNode> objects(String folder) {
        return parsed(text(folder));
    }

    /// Of the overlay with these components, as users combine them in a kustomization of their own.
    public Map<Identity, JsonNode> objects(String overlay, List<String> components) {
        try {
            Path folder = Files.createTempDirectory("kustomization-");
            try {
                return objects(combined(folder, overlay, components).toString());
            } finally {
                Files.deleteIfExists(folder.resolve("kustomization.yaml"));
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes that kustomization into the folder, which it returns. kustomize takes other folders by relative paths
    /// only.
    public static Path combined(Path folder, String overlay, List<String> components) throws IOException {
        Path root = folder.toRealPath().relativize(Path.of("").toRealPath());
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [%s]
                components: [%s]
                """.formatted(
                        root.resolve(overlay),
                        components.stream()
                                .map(component -> root.resolve(component).toString())
                                .collect(Collectors.joining(", "))));
        return folder;
    }

    public String text(String folder) {
        return new ShortProgram(List.of(kubectl, "kustomize", folder), Map.of())
                .run("")
                .orThrow("Rendering " + folder);
    }

    /// The objects of a stream of YAML documents.
    public static Map<Identity, JsonNode> parsed(String yaml) {
        Map<Identity, JsonNode> objects = new LinkedHashMap<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            for (JsonNode object : documents.readAll()) {
                if (object.isObject() && objects.put(Identity.of(object), object) != null) {
                    throw new IllegalArgumentException(Identity.of(object) + " is there twice");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }
}
