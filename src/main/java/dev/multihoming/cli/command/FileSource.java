package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The objects of files. Each file is read again for each question, so that one file is in memory at a time.
///
/// @param namespace of objects that name none
record FileSource(List<Input> files, String namespace) implements ObjectSource {
    private static final String NODE_STATE = "NodeNetworkState";

    @Override
    public void networks(Visitor visitor) {
        visit(ReviewedKind::isNad, visitor);
    }

    @Override
    public List<ReviewedKind> users(Visitor visitor) {
        visit(NetworkInventory::isUser, visitor);
        return List.of();
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

    private void visit(Predicate<ReviewedKind> kinds, Visitor visitor) {
        each(manifest -> ReviewedKinds.of(manifest.apiVersion(), manifest.kind())
                .filter(kinds)
                .ifPresent(kind -> visitor.visit(kind, manifest.namespace(), manifest.object())));
    }

    private void each(Consumer<Manifest> each) {
        for (Input file : files) {
            Manifests.of(file, namespace).forEach(each);
        }
    }
}
