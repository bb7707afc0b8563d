package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.ExternalNetworks;
import dev.multihoming.cli.manifest.InputIndex;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.policydiff.PolicyObjects;
import dev.multihoming.core.topology.ObjectRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What a policy diff judges: objects of files, of a cluster, or of both. A file goes before the object of the cluster
/// that it would replace.
final class ExistingObjects {
    private final FileObjects files;
    private final Optional<LiveInventory> cluster;
    private final InputIndex index;
    private final List<Manifest> namespaces = new ArrayList<>();
    private final Set<ObjectRef> inFiles = new HashSet<>();

    /// `around` tells of networks that are not among the files.
    ExistingObjects(FileObjects files, Optional<LiveInventory> cluster, ExternalNetworks around) {
        this.files = files;
        this.cluster = cluster;
        this.index = InputIndex.of(List.of(), around);
        cluster.ifPresent(it -> it.surroundings(manifest -> {
            index.add(manifest);
            if (manifest.kind().equals("Namespace")) {
                namespaces.add(manifest);
            }
        }));
        ofFiles(manifest -> {
            inFiles.add(manifest.ref());
            index.add(manifest);
        });
    }

    /// The networks and namespaces among them.
    InputIndex index() {
        return index;
    }

    /// Shows each to `visitor`, namespaces included.
    void forEach(Consumer<Manifest> visitor) {
        ofFiles(visitor);
        Consumer<Manifest> unlessInFiles = manifest -> {
            if (!inFiles.contains(manifest.ref())) {
                visitor.accept(manifest);
            }
        };
        namespaces.forEach(unlessInFiles);
        cluster.ifPresent(it -> it.objects(unlessInFiles));
    }

    private void ofFiles(Consumer<Manifest> visitor) {
        files.each(manifest -> {
            if (!PolicyObjects.isOne(manifest.object())) {
                visitor.accept(manifest);
            }
        });
    }

    /// What could not be seen: sentences.
    List<String> gaps() {
        return cluster.map(LiveInventory::gaps).orElse(List.of());
    }
}
