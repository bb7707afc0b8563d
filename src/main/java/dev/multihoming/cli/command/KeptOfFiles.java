package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was read of files, kept as long as no file changes: to read thousands takes a second.
///
/// Not thread-safe.
final class KeptOfFiles<T> {
    private List<FileStamp> stamps = List.of();
    private @Nullable T kept;

    /// Reads it again only where a file changed.
    T of(List<Input> files, Supplier<T> read) {
        List<FileStamp> now = files.stream().map(FileStamp::of).toList();
        T known = kept;
        if (known == null || !now.equals(stamps)) {
            known = read.get();
            kept = known;
            stamps = now;
        }
        return known;
    }
}
