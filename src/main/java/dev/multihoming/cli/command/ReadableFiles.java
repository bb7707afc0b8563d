package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The objects of files, read once. One unreadable file is a notice and does not hide the others.
final class ReadableFiles implements FileObjects {
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

    @Override
    public void each(Consumer<Manifest> visitor) {
        manifests.forEach(visitor);
    }

    List<Manifest> manifests() {
        return List.copyOf(manifests);
    }

    List<Manifest> networks() {
        return manifests.stream().filter(NetworkRow::isNetwork).toList();
    }

    /// With further objects, which come last.
    List<Manifest> and(List<Manifest> further) {
        return Stream.concat(manifests.stream(), further.stream()).toList();
    }

    List<String> notices() {
        return List.copyOf(notices);
    }
}
