package dev.multihoming.cli.report;

import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What makes a problem the same one although the lines above it have changed.
final class Fingerprint {
    private Fingerprint() {}

    static String of(Manifest manifest, Problem problem) {
        String identity = String.join(
                "\n",
                problem.id(),
                manifest.kind(),
                manifest.namespace(),
                manifest.name(),
                problem.field(),
                problem.span().text());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
