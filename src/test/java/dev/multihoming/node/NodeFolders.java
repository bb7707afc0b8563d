package dev.multihoming.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
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
            Files.createDirectories(folders.run().resolve("netns"));
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

    /// Stands in for /run.
    Path run() {
        return home.resolve("run");
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
            // OpenShift Virtualization installs the bridge plugin under this name too.
            Path bridge = folder.resolve("bridge");
            if (Files.exists(bridge)) {
                Files.createSymbolicLink(programs().resolve("cnv-bridge"), bridge);
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
        delete(lib(), _ -> true);
        delete(run(), file -> !file.endsWith("netns"));
        delete(
                etc().resolve("cni/net.d"),
                file -> file.toString().endsWith(".conf") && file.getNameCount() == networkDepth());
    }

    private int networkDepth() {
        return etc().resolve("cni/net.d/a.conf").getNameCount();
    }

    @Override
    public void close() {
        delete(home, _ -> true);
        try {
            Files.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder, Predicate<Path> which) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder) && which.test(file))
                    .toList();
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
