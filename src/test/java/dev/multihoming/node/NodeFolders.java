package dev.multihoming.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a node keeps on its disk: the plugins, what stands in /etc, and what programs write into /var/lib.
///
/// @param home all of it
record NodeFolders(Path home) implements AutoCloseable {
    static NodeFolders create() {
        try {
            var folders = new NodeFolders(Files.createTempDirectory("mh-node"));
            Files.createDirectories(folders.programs());
            Files.createDirectories(folders.lib());
            Files.createDirectories(folders.etc().resolve("cni/net.d/whereabouts.d"));
            // The linker of this machine knows from it where libraries are.
            Path libraries = Path.of("/etc/ld.so.cache");
            if (Files.exists(libraries)) {
                Files.copy(libraries, folders.etc().resolve("ld.so.cache"));
            }
            return folders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where CNI programs are looked for.
    Path programs() {
        return home.resolve("bin");
    }

    /// Stands in for /var/lib.
    Path lib() {
        return home.resolve("lib");
    }

    /// Stands in for /etc.
    Path etc() {
        return home.resolve("etc");
    }

    /// Whether the node has the program that this type of plugin names.
    boolean hasPlugin(String type) {
        return Files.isExecutable(programs().resolve(type));
    }

    /// Makes the programs of that folder known.
    void link(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.createSymbolicLink(programs().resolve(file.getFileName()), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As if nothing had ever been attached.
    void forget() {
        delete(lib(), false);
    }

    @Override
    public void close() {
        delete(home, true);
    }

    private static void delete(Path folder, boolean itself) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.sorted(Comparator.reverseOrder())
                    .filter(file -> itself || !file.equals(folder))
                    .toList();
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
