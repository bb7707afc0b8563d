package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.manifest.OfflineReviews;
import dev.multihoming.cli.nad.NadManifest;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.console.engine.Engine.Network;
import dev.multihoming.console.engine.Engine.Networks;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The networks that the console lists: those of the files, and those of the cluster that its user may list.
///
/// @param notices learn what could not be read, a sentence each
record ConsoleNetworks(JudgingOptions judging, List<Input> files, List<String> notices) {
    /// Of one namespace, or of all where that is empty. A file goes before the object of the cluster that it would
    /// replace.
    Networks all(String namespace) {
        OfflineReviews reviews = judging.reviews(files, () -> {});
        Set<ObjectRef> seen = new HashSet<>();
        List<Network> rows = new ArrayList<>();
        for (Manifest network : ofFiles()) {
            seen.add(network.ref());
            rows.add(NetworkRow.of(network, reviews));
        }
        judging.live().ifPresent(cluster -> {
            ReadableNetworks readable = new ReadableNetworks(cluster, namespace);
            readable.each(object -> {
                Manifest network = Manifests.ofCluster(object);
                if (seen.add(network.ref())) {
                    rows.add(NetworkRow.of(network, reviews));
                }
            });
            notices.addAll(readable.notices());
        });
        rows.removeIf(it -> !namespace.isEmpty() && !it.namespace().equals(namespace));
        rows.sort(Comparator.comparing(Network::namespace).thenComparing(Network::name));
        return new Networks(rows, notices.stream().distinct().toList());
    }

    /// The YAML of that network.
    Optional<String> text(NadRef ref) {
        return ofFiles().stream()
                .filter(it ->
                        it.namespace().equals(ref.namespace()) && it.name().equals(ref.name()))
                .map(it -> it.source().text())
                .findFirst()
                .or(() -> ref.couldExist() ? ofCluster(ref).map(ConsoleNetworks::yaml) : Optional.empty());
    }

    private Optional<JsonNode> ofCluster(NadRef ref) {
        if (judging.live().isEmpty()) {
            return Optional.empty();
        }
        try (LiveObjects cluster = judging.objects()) {
            return cluster.network(ref);
        } catch (LiveObjects.Unreadable e) {
            throw new CannotRun("The network %s cannot be read: %s.".formatted(ref, e.getMessage()), e);
        }
    }

    /// Without the entries of the API server about who changed what, which a person neither reads nor writes. The
    /// resourceVersion stays: it tells the API server which state of the object was edited.
    private static String yaml(JsonNode object) {
        ObjectNode shown = object.deepCopy();
        if (shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("managedFields", "creationTimestamp", "generation", "selfLink"));
        }
        return NadManifest.yaml(shown);
    }

    /// One unreadable file is a notice and does not hide the others.
    List<Manifest> ofFiles() {
        List<Manifest> networks = new ArrayList<>();
        for (Input file : files) {
            try {
                Manifests.of(file, judging.namespace()).stream()
                        .filter(NetworkRow::isNetwork)
                        .forEach(networks::add);
            } catch (CannotRun e) {
                notices.add(String.valueOf(e.getMessage()));
            }
        }
        return networks;
    }
}
