package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The first look through all inputs: what they say of the cluster around each of them.
///
/// @param world with their NADs
/// @param labels of their Namespaces
public record InputIndex(ManifestCluster world, Map<String, Map<String, String>> labels) {
    private static final String NAMESPACE = "Namespace";

    /// What cannot be read is left to the second look, which tells it.
    public static InputIndex of(List<Input> inputs, String defaultNamespace, ExternalNetworks around, Runnable onEach) {
        InputIndex survey = new InputIndex(new ManifestCluster(around), new HashMap<>());
        for (Input input : inputs) {
            survey.look(input, defaultNamespace);
            onEach.run();
        }
        return survey;
    }

    private void look(Input input, String defaultNamespace) {
        try {
            Source source = input.read();
            // Most files have nothing of interest here, and to read their YAML is most of the work.
            if (mentions(source, ReviewedKinds.NAD) || mentions(source, NAMESPACE)) {
                ManifestReader.read(source, defaultNamespace, this::look);
            }
        } catch (Input.CannotRead _) {
            return;
        }
    }

    private static boolean mentions(Source source, String kind) {
        return source.text().contains(kind);
    }

    private void look(ManifestDocument piece) {
        if (piece instanceof ManifestDocument.OfKubernetes(Manifest manifest)) {
            add(manifest);
        }
    }

    /// An object that is not in a file.
    public void add(Manifest manifest) {
        if (isNad(manifest)) {
            world.add(manifest);
        } else if (manifest.kind().equals(NAMESPACE) && manifest.apiVersion().equals("v1")) {
            Map<String, String> its = new HashMap<>(Map.of("kubernetes.io/metadata.name", manifest.name()));
            for (Map.Entry<String, JsonNode> label :
                    manifest.object().at("/metadata/labels").properties()) {
                its.put(label.getKey(), label.getValue().asText());
            }
            labels.put(manifest.name(), its);
            world.addNamespace(manifest.name(), its);
        }
    }

    private static boolean isNad(Manifest manifest) {
        return ReviewedKinds.isNad(manifest.apiVersion(), manifest.kind());
    }
}
