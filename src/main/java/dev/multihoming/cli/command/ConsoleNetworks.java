package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.nad.NadManifest;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.console.engine.Engine.Networks;
import dev.multihoming.console.engine.Engine.Selected;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The networks that the console lists: those of the files, and those of the cluster that its user may list.
record ConsoleNetworks(JudgingOptions judging, ReadableFiles files) {
    /// More make no list that a person chooses from.
    private static final int MOST_CHOICES = 500;

    /// A network that may be shown. An object of the cluster becomes a manifest only where it is.
    private record Candidate(ObjectRef ref, Supplier<Manifest> manifest) {}

    /// Those selected, in order. A file goes before the object of the cluster that it would replace.
    static Networks all(Selected selected, JudgingOptions judging, NetworksOfFiles files) {
        List<String> sentences = new ArrayList<>(files.notices());
        List<Candidate> candidates = new ArrayList<>();
        Set<ObjectRef> seen = new HashSet<>();
        Consumer<Candidate> add = candidate -> {
            if (isIn(selected, candidate.ref()) && seen.add(candidate.ref())) {
                candidates.add(candidate);
            }
        };
        files.networks().forEach(it -> add.accept(new Candidate(it.ref(), () -> it)));
        judging.live().ifPresent(cluster -> {
            ReadableNetworks readable = new ReadableNetworks(cluster, selected.namespace());
            readable.each(it -> add.accept(new Candidate(ref(it), () -> Manifests.ofCluster(it))));
            sentences.addAll(readable.notices());
        });
        candidates.sort(Comparator.comparing(
                Candidate::ref, Comparator.comparing(ObjectRef::namespace).thenComparing(ObjectRef::name)));
        return new Networks(
                candidates.stream()
                        .limit(selected.most())
                        .map(it -> NetworkRow.of(it.manifest().get(), files.reviews()))
                        .toList(),
                sentences.stream().distinct().toList(),
                candidates.size());
    }

    private static boolean isIn(Selected selected, ObjectRef ref) {
        return (selected.namespace().isEmpty() || selected.namespace().equals(ref.namespace()))
                && ref.name().contains(selected.name());
    }

    private static ObjectRef ref(JsonNode network) {
        return new ObjectRef(
                network.path("kind").asText(),
                network.at("/metadata/namespace").asText(),
                network.at("/metadata/name").asText());
    }

    /// The names of networks of one namespace, or of all where that is empty; not judged.
    List<NadRef> names(String namespace) {
        Set<NadRef> names = new LinkedHashSet<>();
        files.networks().forEach(it -> names.add(new NadRef(it.namespace(), it.name())));
        judging.live()
                .ifPresent(cluster -> new ReadableNetworks(cluster, namespace)
                        .each(it -> names.add(new NadRef(
                                it.at("/metadata/namespace").asText(),
                                it.at("/metadata/name").asText()))));
        return names.stream()
                .filter(it -> namespace.isEmpty() || it.namespace().equals(namespace))
                .sorted(Comparator.comparing(NadRef::namespace).thenComparing(NadRef::name))
                .limit(MOST_CHOICES)
                .toList();
    }

    /// The YAML of that network, of a file with all that is in it.
    Optional<String> text(NadRef ref) {
        return find(ref).map(it -> isOfFile(it) ? it.source().text() : yaml(it.object()));
    }

    /// That network.
    Optional<Manifest> find(NadRef ref) {
        return files.networks().stream()
                .filter(it ->
                        it.namespace().equals(ref.namespace()) && it.name().equals(ref.name()))
                .findFirst()
                .or(() -> ref.couldExist() ? ofCluster(ref).map(Manifests::ofCluster) : Optional.empty());
    }

    /// The YAML of one network, without what else is in its file.
    static String alone(Manifest network) {
        if (!isOfFile(network)) {
            return yaml(network.object());
        }
        String text = network.source().text();
        int start = network.node().start();
        // An item of a List is set in.
        return start == 0 || text.charAt(start - 1) == '\n'
                ? text.substring(start, network.node().end()).stripTrailing() + "\n"
                : NadManifest.yaml(network.object());
    }

    private static boolean isOfFile(Manifest manifest) {
        return !manifest.source().name().equals(Manifests.IN_CLUSTER);
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
    static String yaml(JsonNode object) {
        ObjectNode shown = object.deepCopy();
        if (shown.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("managedFields", "creationTimestamp", "generation", "selfLink"));
        }
        return NadManifest.yaml(shown);
    }
}
