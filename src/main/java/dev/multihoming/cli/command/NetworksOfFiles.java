package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.OfflineReviews;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The networks of files, kept as long as no file changes: to read thousands takes a second.
///
/// Not thread-safe.
final class NetworksOfFiles {
    private List<FileStamp> stamps = List.of();
    private @Nullable Snapshot kept;

    /// What was read.
    ///
    /// @param reviews judge them among each other
    /// @param notices what could not be read, sentences
    record Snapshot(List<Manifest> networks, OfflineReviews reviews, List<String> notices) {}

    /// Of those files.
    ///
    /// @param dependsOnMore whether something else than these files decides, too, so that nothing can be kept
    Snapshot of(List<Input> files, boolean dependsOnMore, Supplier<Snapshot> read) {
        if (dependsOnMore) {
            return read.get();
        }
        List<FileStamp> now = files.stream().map(FileStamp::of).toList();
        Snapshot known = kept;
        if (known == null || !now.equals(stamps)) {
            known = read.get();
            kept = known;
            stamps = now;
        }
        return known;
    }
}
