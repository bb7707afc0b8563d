package dev.multihoming.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// An image's tar, unpacked as a container runtime would: layer over layer.
///
/// @param root its file system
/// @param config what the image says of how to run it
record UnpackedImage(Path root, JsonNode config) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static UnpackedImage of(Path tar, Path folder) {
        Path layout = Folders.fresh(folder.resolve("layout"));
        Path root = Folders.fresh(folder.resolve("root"));
        run("Unpacking " + tar, "tar", "--extract", "--file=" + tar, "--directory=" + layout);
        JsonNode manifest = blob(layout, read(layout.resolve("index.json")).at("/manifests/0/digest"));
        for (JsonNode layer : manifest.path("layers")) {
            Path archive = path(layout, layer.path("digest"));
            run("Unpacking a layer", "tar", "--extract", "--gzip", "--file=" + archive, "--directory=" + root);
        }
        return new UnpackedImage(
                root, blob(layout, manifest.at("/config/digest")).path("config"));
    }

    List<String> entrypoint() {
        return texts(config.path("Entrypoint"));
    }

    String user() {
        return config.path("User").asText();
    }

    /// `NAME=VALUE` each.
    List<String> environment() {
        return texts(config.path("Env"));
    }

    private static List<String> texts(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }

    private static JsonNode blob(Path layout, JsonNode digest) {
        return read(path(layout, digest));
    }

    private static Path path(Path layout, JsonNode digest) {
        return layout.resolve("blobs").resolve(digest.asText().replace(':', '/'));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String purpose, String... command) {
        new ShortProgram(List.of(command), Map.of()).run("").orThrow(purpose);
    }
}
