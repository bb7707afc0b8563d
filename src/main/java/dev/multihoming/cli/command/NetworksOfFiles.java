package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.OfflineReviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The networks of files, kept as long as no file changes: to read thousands takes a second.
///
/// Not thread-safe.
final class NetworksOfFiles {
    private List<Stamp> stamps = List.of();
    private @Nullable Snapshot kept;

    /// What was read.
    ///
    /// @param reviews judge them among each other
    /// @param notices what could not be read, sentences
    record Snapshot(List<Manifest> networks, OfflineReviews reviews, List<String> notices) {}

    /// What tells that a file changed.
    private record Stamp(String name, long size, String modified) {
        static Stamp of(Input file) {
            Path path = file.file().orElseThrow();
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return new Stamp(
                        file.name(),
                        attributes.size(),
                        attributes.lastModifiedTime().toString());
            } catch (IOException _) {
                return new Stamp(file.name(), -1, "");
            }
        }
    }

    /// Of those files.
    ///
    /// @param dependsOnMore whether something else than these files decides, too, so that nothing can be kept
    Snapshot of(List<Input> files, boolean dependsOnMore, Supplier<Snapshot> read) {
        if (dependsOnMore) {
            return read.get();
        }
        List<Stamp> now = files.stream().map(Stamp::of).toList();
        Snapshot known = kept;
        if (known == null || !now.equals(stamps)) {
            known = read.get();
            kept = known;
            stamps = now;
        }
        return known;
    }
}
