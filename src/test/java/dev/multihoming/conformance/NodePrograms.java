package dev.multihoming.conformance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What the plugins find on the path of a node: `ip` and `nft` alone, whatever this machine has. With iptables some of
/// them judge otherwise, and the pinned differences would depend on who runs the tests.
public final class NodePrograms implements AutoCloseable {
    private static final List<String> NAMES = List.of("ip", "nft");

    private final Path folder;

    public NodePrograms() {
        try {
            folder = Files.createTempDirectory("mh-programs");
            for (String name : NAMES) {
                Files.createSymbolicLink(folder.resolve(name), find(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value of `PATH`.
    public String path() {
        return folder.toString();
    }

    @Override
    public void close() {
        try {
            for (String name : NAMES) {
                Files.delete(folder.resolve(name));
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(String name) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("NeedsNetworkNamespaces has not looked for " + name));
    }
}
