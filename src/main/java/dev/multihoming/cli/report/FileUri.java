package dev.multihoming.cli.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// A file's name as SARIF writes it: relative where it was given so, so that it fits into the repository.
final class FileUri {
    private FileUri() {}

    static String of(String name) {
        Path path = Path.of(name).normalize();
        try {
            return path.isAbsolute()
                    ? path.toUri().toString()
                    : new URI(null, null, path.toString().replace('\\', '/'), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path alone is always a URI", e);
        }
    }
}
