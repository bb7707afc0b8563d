package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.InputIndex;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What files say of the cluster, kept as long as no file changes.
///
/// Not thread-safe.
final class IndexOfFiles {
    private List<FileStamp> stamps = List.of();
    private @Nullable InputIndex kept;

    InputIndex of(List<Input> files, Function<List<Input>, InputIndex> read) {
        List<FileStamp> now = files.stream().map(FileStamp::of).toList();
        InputIndex known = kept;
        if (known == null || !now.equals(stamps)) {
            known = read.apply(files);
            kept = known;
            stamps = now;
        }
        return known;
    }
}
