package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.objects.OperatorNads;
import dev.multihoming.core.objects.PodTemplates;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The objects of files. Each file is read again for each question, so that one file is in memory at a time.
///
/// @param namespace of objects that name none
record FileSource(List<Input> files, String namespace) implements ObjectSource {
    private static final String NODE_STATE = "NodeNetworkState";

    /// With those that operators will make of objects of their own.
    @Override
    public void networks(Visitor visitor) {
        each(manifest -> {
            if (ReviewedKinds.isNad(manifest.apiVersion(), manifest.kind())) {
                visitor.visit(ReviewedKinds.NADS, manifest.namespace(), manifest.object());
            }
            OperatorNads.of(manifest.object(), manifest.namespace())
                    .filter(nad -> !nad.at("/metadata/namespace").asText().isEmpty())
                    .ifPresent(nad -> visitor.visit(
                            ReviewedKinds.NADS, nad.at("/metadata/namespace").asText(), nad));
        });
    }

    @Override
    public List<ReviewedKind> users(Visitor visitor) {
        each(manifest -> kinds(manifest)
                .filter(NetworkInventory::isUser)
                .forEach(kind -> visitor.visit(kind, manifest.namespace(), manifest.object())));
        return List.of();
    }

    /// A custom resource is a workload, once for each of its templates.
    static Stream<ReviewedKind> kinds(Manifest manifest) {
        return ReviewedKinds.of(manifest.apiVersion(), manifest.kind())
                .map(Stream::of)
                .orElseGet(() -> PodTemplates.paths(manifest.object()).stream()
                        .map(path -> ReviewedKind.ofTemplate(manifest.kind(), path)));
    }

    @Override
    public void nodes(Consumer<JsonNode> each) {
        each(manifest -> {
            if (manifest.kind().equals(NODE_STATE)) {
                each.accept(manifest.object());
            }
        });
    }

    @Override
    public List<String> notices() {
        return List.of();
    }

    private void each(Consumer<Manifest> each) {
        for (Input file : files) {
            Manifests.of(file, namespace).forEach(each);
        }
    }
}
