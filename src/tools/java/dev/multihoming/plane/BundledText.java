package dev.multihoming.plane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A text that lies beside the classes, in src/test/resources.
public final class BundledText {
    private BundledText() {}

    public static String read(String resource) {
        try (InputStream stream = BundledText.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new PlaneException("Not on the test class path: " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
