package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.FieldAddition;
import dev.multihoming.cli.manifest.FieldEdit;
import dev.multihoming.cli.manifest.FieldRemoval;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.nad.BadDraft;
import dev.multihoming.cli.nad.ConfigEdit;
import dev.multihoming.cli.nad.NetworkForm;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.review.NodeNeeds;
import java.util.List;
import java.util.Optional;

/// Changes one field of the only network of a text.
///
/// @param network in its source
record NetworkEdit(Manifest network) {
    private static final String NAME = "/metadata/name";
    private static final String NAMESPACE = "/metadata/namespace";
    private static final String CONFIG = "/spec/config";
    private static final String RESOURCE =
            "/metadata/annotations/" + NodeNeeds.RESOURCE.replace("~", "~0").replace("/", "~1");

    static NetworkEdit of(String text) {
        return only(text)
                .map(NetworkEdit::new)
                .orElseThrow(() -> refused("The form changes a text with exactly one network that can be read."));
    }

    /// The only network; empty for none and for several, where a form cannot tell which one is meant.
    static Optional<Manifest> only(String text) {
        try {
            List<Manifest> networks = Manifests.of(Input.pasted(text), "").stream()
                    .filter(NetworkRow::isNetwork)
                    .toList();
            return networks.size() == 1 ? Optional.of(networks.getFirst()) : Optional.empty();
        } catch (CannotRun _) {
            return Optional.empty();
        }
    }

    /// What the field has already changes nothing, however it is written.
    String set(String field, String value) {
        String shown = NetworkForm.of(network.object()).fields().getOrDefault(field, "");
        if (value.equals(shown)) {
            return network.source().text();
        }
        return switch (field) {
            case "metadata.name" -> renamed(value);
            case "metadata.namespace" ->
                written(
                        field,
                        value.isEmpty()
                                ? FieldRemoval.of(network, NAMESPACE)
                                : FieldEdit.of(network, NAMESPACE, NAME, value));
            case "resource" -> written(field, annotated(value));
            default -> configured(field, value);
        };
    }

    private Optional<String> annotated(String resource) {
        if (resource.isEmpty()) {
            return FieldRemoval.of(network, RESOURCE);
        }
        return network.object().at(RESOURCE).isMissingNode()
                ? FieldAddition.annotation(network, List.of(), NodeNeeds.RESOURCE, resource)
                : FieldEdit.of(network, RESOURCE, RESOURCE, resource);
    }

    /// The config repeats the name.
    private String renamed(String name) {
        List<TextEdit> edits =
                ConfigEdit.renamed(config(), network.object().at(NAME).asText(), name);
        String text =
                edits.isEmpty() ? network.source().text() : written("name", FieldEdit.within(network, CONFIG, edits));
        return written("metadata.name", FieldEdit.of(of(text).network, NAME, NAME, name));
    }

    private String configured(String field, String value) {
        try {
            List<TextEdit> edits = ConfigEdit.of(config())
                    .orElseThrow(() -> refused("The config cannot be read; correct it in the YAML."))
                    .set(field, value);
            return edits.isEmpty() ? network.source().text() : written(field, FieldEdit.within(network, CONFIG, edits));
        } catch (BadDraft e) {
            throw new Refused(e.getMessage() + ".", e);
        }
    }

    private String config() {
        return network.object().at(CONFIG).asText();
    }

    private static String written(String field, Optional<String> text) {
        return text.orElseThrow(() ->
                refused("The form cannot change " + field + " without touching other text; change it in the YAML."));
    }

    private static Refused refused(String sentence) {
        return new Refused(sentence);
    }
}
