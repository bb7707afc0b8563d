package dev.multihoming.conformance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What the plugins find on the path of a node: nft alone, whatever this machine has. With iptables some of them judge
/// otherwise, and the pinned differences would depend on who runs the tests.
final class NodePrograms implements AutoCloseable {
    private static final String NFT = "nft";

    private final Path folder;
    private final Path nft;

    NodePrograms() {
        try {
            folder = Files.createTempDirectory("mh-programs");
            nft = Files.createSymbolicLink(folder.resolve(NFT), find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The value of `PATH`.
    String path() {
        return folder.toString();
    }

    @Override
    public void close() {
        try {
            Files.delete(nft);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find() {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, NFT))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("NeedsNetworkNamespaces has not looked for nft"));
    }
}
