package dev.multihoming.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.FixtureReview;
import dev.multihoming.fixtures.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What is fuzzed, and with what it begins: what the fixtures of the rules hold, and the corpus of earlier runs.
enum FuzzTarget {
    ENVELOPE(EnvelopeFuzz.class),
    NETWORKS(NetworksFuzz.class),
    DEFAULT_NETWORK(DefaultNetworkFuzz.class),
    CONFIG(ConfigFuzz.class),
    POLICY(PolicyFuzz.class);

    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

    private final Class<?> type;

    FuzzTarget(Class<?> type) {
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    /// As Jazzer runs it. Throws what Jazzer would report.
    void run(byte[] input) throws IOException {
        switch (this) {
            case ENVELOPE -> EnvelopeFuzz.fuzzerTestOneInput(input);
            case NETWORKS -> NetworksFuzz.fuzzerTestOneInput(input);
            case DEFAULT_NETWORK -> DefaultNetworkFuzz.fuzzerTestOneInput(input);
            case CONFIG -> ConfigFuzz.fuzzerTestOneInput(input);
            case POLICY -> PolicyFuzz.fuzzerTestOneInput(input);
        }
    }

    /// What a fixture has for it; nothing where it is about something else.
    private byte[] seed(Fixture fixture) {
        JsonNode annotations = fixture.subject().at("/metadata/annotations");
        return switch (this) {
            case ENVELOPE -> FixtureReview.envelope(fixture);
            case NETWORKS -> text(annotations.path(NetworkAnnotations.NETWORKS));
            case DEFAULT_NETWORK -> text(annotations.path(NetworkAnnotations.DEFAULT_NETWORK));
            case CONFIG -> text(fixture.subject().at("/spec/config"));
            case POLICY -> ownSpec(fixture);
        };
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Where inputs are kept that earlier runs found worth it, and those that once failed.
    Path corpus() {
        return CORPUS.resolve(folder());
    }

    List<byte[]> seeds() {
        return Fixtures.all().stream()
                .map(this::seed)
                .filter(bytes -> bytes.length > 0)
                .toList();
    }

    List<Path> kept() {
        if (!Files.isDirectory(corpus())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(corpus())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ownSpec(Fixture fixture) {
        String kind = fixture.subject().path("kind").asText();
        return kind.startsWith("MultiHoming") ? bytes(fixture.subject().path("spec")) : new byte[0];
    }

    private static byte[] text(JsonNode text) {
        return text.asText().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return new ObjectMapper().writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
