package dev.multihoming.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The file that `sha256sum --check` reads.
final class Checksums {
    static final String NAME = "SHA256SUMS";

    private Checksums() {}

    static void write(Path folder) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path file : files(folder)) {
            sums.append(of(file)).append("  ").append(file.getFileName()).append('\n');
        }
        Files.writeString(folder.resolve(NAME), sums);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.endsWith(NAME)).sorted().toList();
        }
    }

    private static String of(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
