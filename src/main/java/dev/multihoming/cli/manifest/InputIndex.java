package dev.multihoming.cli.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.objects.OperatorNads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The first look through all inputs: what they say of the cluster around each of them.
///
/// @param world with their NADs
/// @param labels of their Namespaces
/// @param unread what could not be read of those that may have something of interest: sentences
public record InputIndex(ManifestCluster world, Map<String, Map<String, String>> labels, List<String> unread) {
    private static final String NAMESPACE = "Namespace";

    /// What a text says that has something of interest; the last is also a part of ClusterUserDefinedNetwork.
    private static final List<String> INDEXED =
            List.of(ReviewedKinds.NAD, NAMESPACE, "SriovNetwork", "SriovIBNetwork", "UserDefinedNetwork");

    /// What cannot be read is left to the second look, which tells it.
    public static InputIndex of(List<Input> inputs, String defaultNamespace, ExternalNetworks around, Runnable onEach) {
        InputIndex survey = empty(around);
        List<Manifest> others = new ArrayList<>();
        for (Input input : inputs) {
            survey.look(input, defaultNamespace, others);
            onEach.run();
        }
        // Some make NADs in namespaces by their labels, which are all known only now.
        others.forEach(survey::addNads);
        return survey;
    }

    /// The same of objects that were read already.
    public static InputIndex of(List<Manifest> objects, ExternalNetworks around) {
        InputIndex index = empty(around);
        List<Manifest> others = new ArrayList<>();
        objects.forEach(manifest -> index.look(manifest, others));
        others.forEach(index::addNads);
        return index;
    }

    private static InputIndex empty(ExternalNetworks around) {
        return new InputIndex(new ManifestCluster(around), new HashMap<>(), new ArrayList<>());
    }

    /// Whether a text can be laid over an index: it changes nothing of what the other inputs say, but may replace one
    /// network.
    public static boolean isSingle(List<Manifest> text) {
        return text.size() <= 1
                && text.stream()
                        .noneMatch(it -> it.kind().equals(NAMESPACE)
                                || OperatorNads.of(it.object(), it.namespace()).isPresent());
    }

    /// This with one more text, which comes last. This stays as it is.
    public InputIndex with(Input text, String defaultNamespace) {
        InputIndex above = of(List.of(text), defaultNamespace, world, () -> {});
        return new InputIndex(above.world(), labels, unread);
    }

    private void look(Input input, String defaultNamespace, List<Manifest> others) {
        try {
            Source source = input.read();
            // Most files have nothing of interest here, and to read their YAML is most of the work.
            if (INDEXED.stream().anyMatch(source.text()::contains)) {
                ManifestReader.read(source, defaultNamespace, piece -> {
                    switch (piece) {
                        case ManifestDocument.OfKubernetes(Manifest manifest) -> look(manifest, others);
                        case ManifestDocument.Foreign _ -> {}
                        case ManifestDocument.Broken broken -> unread.add(Manifests.sentence(source, broken));
                    }
                });
            }
        } catch (Input.CannotRead e) {
            unread.add(Manifests.sentence(input, e));
        }
    }

    private void look(Manifest manifest, List<Manifest> others) {
        add(manifest);
        if (OperatorNads.of(manifest.object(), manifest.namespace()).isPresent()) {
            others.add(manifest);
        }
    }

    /// An object that is not in a file.
    public void add(Manifest manifest) {
        if (isNad(manifest)) {
            world.add(manifest);
        } else if (manifest.kind().equals(NAMESPACE) && manifest.apiVersion().equals("v1")) {
            Map<String, String> its = new HashMap<>(Map.of(OfflinePolicyResolver.NAME, manifest.name()));
            for (Map.Entry<String, JsonNode> label :
                    manifest.object().at("/metadata/labels").properties()) {
                its.put(label.getKey(), label.getValue().asText());
            }
            labels.put(manifest.name(), its);
            world.addNamespace(manifest.name(), its);
        }
    }

    private void addNads(Manifest manifest) {
        if (!manifest.namespace().isEmpty()) {
            addNad(manifest, manifest.namespace());
            return;
        }
        NamespaceSelector selector = new NamespaceSelector(manifest.object().at("/spec/namespaceSelector"));
        labels.forEach((namespace, its) -> {
            if (selector.matches(its)) {
                addNad(manifest, namespace);
            }
        });
    }

    private void addNad(Manifest manifest, String namespace) {
        OperatorNads.of(manifest.object(), namespace)
                .ifPresent(nad ->
                        world.add(new NadRef(nad.at("/metadata/namespace").asText(), manifest.name()), nad));
    }

    private static boolean isNad(Manifest manifest) {
        return ReviewedKinds.isNad(manifest.apiVersion(), manifest.kind());
    }
}
