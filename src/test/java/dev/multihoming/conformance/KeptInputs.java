package dev.multihoming.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What fuzzing found worth keeping (`make fuzz`): texts that reach every corner of our readers, shown to Go's
/// as well.
final class KeptInputs {
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

    /// What makes Multus read an annotation as JSON.
    private static final String JSON_SIGNS = "[{\"";

    private KeptInputs() {}

    static Stream<String> annotations() {
        return texts("networks").filter(text -> text.chars().anyMatch(c -> JSON_SIGNS.indexOf(c) >= 0));
    }

    static Stream<String> configs() {
        return texts("config").filter(text -> !text.isEmpty());
    }

    private static Stream<String> texts(String target) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream().map(KeptInputs::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
