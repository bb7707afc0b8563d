package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.client.ClusterReading;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// All networks of files and of the cluster that a user may list, and who uses them. A file goes before the object of
/// the cluster that it would replace.
final class ReadableInventory implements ObjectSource {
    private final ReadableFiles files;
    private final Optional<ClusterReading> cluster;
    private final String namespace;
    private final boolean withUsers;
    private final Set<String> notices;

    /// `namespace` is asked for by itself where the networks of all may not be listed; empty for none. Users are read
    /// only where `withUsers`: there are many.
    ReadableInventory(ReadableFiles files, Optional<ClusterReading> cluster, String namespace, boolean withUsers) {
        this.files = files;
        this.cluster = cluster;
        this.namespace = namespace;
        this.withUsers = withUsers;
        this.notices = new LinkedHashSet<>(files.notices());
    }

    @Override
    public void networks(Visitor visitor) {
        Set<ObjectRef> seen = new HashSet<>();
        ReadableObjects.networks(files, seen, visitor);
        cluster.ifPresent(it -> {
            Set<String> namespaces = new HashSet<>();
            Consumer<JsonNode> show = ReadableObjects.unseen(ReviewedKinds.NADS, seen, visitor);
            read(it, "", nad -> {
                namespaces.add(nad.at("/metadata/namespace").asText());
                show.accept(nad);
            });
            if (!namespace.isEmpty() && !namespaces.contains(namespace)) {
                read(it, namespace, show);
            }
        });
    }

    private void read(ClusterReading from, String where, Consumer<JsonNode> each) {
        ReadableNetworks readable = new ReadableNetworks(from, where);
        readable.each(each);
        notices.addAll(readable.notices());
    }

    @Override
    public List<ReviewedKind> users(Visitor visitor) {
        if (!withUsers) {
            return List.of();
        }
        Optional<ReadableCluster> readable =
                cluster.map(it -> ReadableCluster.wide(it, namespace.isEmpty() ? it.namespace() : namespace));
        List<ReviewedKind> refused = ReadableObjects.users(files, readable, visitor);
        readable.ifPresent(it -> notices.addAll(it.notices()));
        return refused;
    }

    /// What is behind a segment on each node is on the page of each network.
    @Override
    public void nodes(Consumer<JsonNode> each) {}

    @Override
    public List<String> notices() {
        return new ArrayList<>(notices);
    }
}
