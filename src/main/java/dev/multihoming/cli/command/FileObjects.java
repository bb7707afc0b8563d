package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import java.util.List;
import java.util.function.Consumer;

/// The objects of files.
@FunctionalInterface
interface FileObjects {
    /// Shows them one after the other, in the order of the files.
    void each(Consumer<Manifest> visitor);

    /// Those of files that must all be readable. They are read anew each time, so that not all are in memory at once.
    ///
    /// @param namespace of objects that name none
    static FileObjects of(List<Input> files, String namespace) {
        return visitor -> files.forEach(file -> Manifests.each(file, namespace, visitor));
    }
}
