package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.cli.manifest.Source;
import dev.multihoming.cli.manifest.SourceFix;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes repairs into files, where that was asked for, and tells what it left.
final class FileFixer {
    private final boolean isAsked;
    private final PrintWriter err;

    FileFixer(boolean isAsked, PrintWriter err) {
        this.isAsked = isAsked;
        this.err = err;
    }

    /// How many repairs stand in the file now.
    ///
    /// @throws CannotRun for a file that cannot be written; it is as it was
    int mend(Input input, Source source, List<ManifestVerdict> repaired) {
        Path file = input.file().orElse(null);
        if (!isAsked) {
            return 0;
        }
        if (file == null) {
            err.printf("%s: not written: it is no file.%n", input.name());
            err.flush();
            return 0;
        }
        SourceFix fix = SourceFix.of(source, repaired);
        if (fix.count() > 0) {
            write(file, fix.text());
        }
        for (SourceFix.Left left : fix.left()) {
            err.printf("%s: not written: %s, %s: %s.%n", input.name(), left.object(), left.field(), left.why());
        }
        err.flush();
        return fix.count();
    }

    /// Beside the file first, so that half of it is never seen.
    private static void write(Path file, String text) {
        try {
            Path real = file.toRealPath();
            Path beside = Files.createTempFile(real.getParent(), ".multihoming-", ".tmp");
            try {
                Files.copy(real, beside, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                Files.writeString(beside, text);
                Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new CannotRun("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
