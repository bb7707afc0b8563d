package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.cli.networks.ObjectSource;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.objects.OperatorNads;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The objects of files and of the cluster around one network, as far as its user may list them. A file goes before
/// the object of the cluster that it would replace.
///
/// @param network that is there, also where networks may not be listed
record ReadableObjects(Manifest network, ReadableFiles files, Optional<ReadableCluster> cluster)
        implements ObjectSource {
    private static final String NODE_STATE = "NodeNetworkState";

    @Override
    public void networks(Visitor visitor) {
        Set<ObjectRef> seen = new HashSet<>(Set.of(network.ref()));
        visitor.visit(ReviewedKinds.NADS, network.namespace(), network.object());
        networks(files, seen, visitor);
        cluster.ifPresent(it -> it.list(ReviewedKinds.NADS, unseen(ReviewedKinds.NADS, seen, visitor)));
    }

    /// Those of files that were not seen yet, and those that operators will make of other objects there.
    static void networks(ReadableFiles files, Set<ObjectRef> seen, Visitor visitor) {
        for (Manifest manifest : files.manifests()) {
            if (NetworkRow.isNetwork(manifest) && seen.add(manifest.ref())) {
                visitor.visit(ReviewedKinds.NADS, manifest.namespace(), manifest.object());
            }
            OperatorNads.of(manifest.object(), manifest.namespace())
                    .filter(nad -> !namespace(nad).isEmpty())
                    .ifPresent(nad -> visitor.visit(ReviewedKinds.NADS, namespace(nad), nad));
        }
    }

    @Override
    public List<ReviewedKind> users(Visitor visitor) {
        return users(files, cluster, visitor);
    }

    /// Those of files and of the cluster.
    static List<ReviewedKind> users(ReadableFiles files, Optional<ReadableCluster> cluster, Visitor visitor) {
        Set<ObjectRef> seen = new HashSet<>();
        for (Manifest manifest : files.manifests()) {
            FileSource.kinds(manifest).filter(NetworkInventory::isUser).forEach(kind -> {
                seen.add(manifest.ref());
                visitor.visit(kind, manifest.namespace(), manifest.object());
            });
        }
        List<ReviewedKind> refused = new ArrayList<>();
        cluster.ifPresent(it -> ReviewedKinds.all().stream()
                .filter(NetworkInventory::isUser)
                .filter(kind -> !it.users(kind, unseen(kind, seen, visitor)))
                .forEach(refused::add));
        return refused;
    }

    @Override
    public void nodes(Consumer<JsonNode> each) {
        files.manifests().stream().filter(it -> it.kind().equals(NODE_STATE)).forEach(it -> each.accept(it.object()));
        cluster.ifPresent(it -> it.nodes(each));
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>(files.notices());
        cluster.ifPresent(it -> notices.addAll(it.notices()));
        return notices;
    }

    /// Shows what no file has.
    static Consumer<JsonNode> unseen(ReviewedKind kind, Set<ObjectRef> seen, Visitor visitor) {
        return object -> {
            String namespace = namespace(object);
            if (!seen.contains(new ObjectRef(
                    kind.kind(), namespace, object.at("/metadata/name").asText()))) {
                visitor.visit(kind, namespace, object);
            }
        };
    }

    private static String namespace(JsonNode object) {
        return object.at("/metadata/namespace").asText();
    }
}
