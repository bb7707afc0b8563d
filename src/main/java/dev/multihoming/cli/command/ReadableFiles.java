package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;

/// The objects of files. One unreadable file is a notice and does not hide the others.
final class ReadableFiles {
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /// `namespace` is of objects that name none.
    ReadableFiles(List<Input> files, String namespace) {
        for (Input file : files) {
            try {
                manifests.addAll(Manifests.of(file, namespace));
            } catch (CannotRun e) {
                notices.add(String.valueOf(e.getMessage()));
            }
        }
    }

    List<Manifest> manifests() {
        return List.copyOf(manifests);
    }

    List<String> notices() {
        return List.copyOf(notices);
    }
}
