package dev.multihoming.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Puts the image's name into an archive where each runtime looks for it. containerd takes a name as it stands,
/// but the kubelet asks it for the completed one: an archive without that is loaded and never found.
/// `manifest.json` is what Docker reads.
final class NamedArchive {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDEX = "index.json";
    private static final int MANIFEST_SIZE = 1 << 20;

    private NamedArchive() {}

    static void name(Path tar, String name) throws IOException {
        Map<String, JsonNode> documents = documents(tar);
        ObjectNode index = (ObjectNode) documents.getOrDefault(INDEX, JSON.createObjectNode());
        ObjectNode image = (ObjectNode) index.at("/manifests/0");
        image.withObjectProperty("annotations")
                .put("io.containerd.image.name", ImageName.normalized(name))
                .put("org.opencontainers.image.ref.name", ImageName.normalized(name));
        JsonNode manifest = documents.get(blob(image.path("digest")));
        if (manifest == null) {
            throw new IOException(tar + " has no manifest " + image.path("digest"));
        }
        Path named = tar.resolveSibling(tar.getFileName() + ".named");
        try (var in = new TarArchiveInputStream(Files.newInputStream(tar));
                var out = new TarArchiveOutputStream(Files.newOutputStream(named))) {
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(INDEX)) {
                    put(out, entry, in);
                }
            }
            put(out, "manifest.json", JSON.writeValueAsBytes(dockers(manifest, name)));
            put(out, INDEX, JSON.writeValueAsBytes(index));
        }
        Files.move(named, tar, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The small files: the index, the manifest and the configuration.
    private static Map<String, JsonNode> documents(Path tar) throws IOException {
        Map<String, JsonNode> documents = new LinkedHashMap<>();
        try (var in = new TarArchiveInputStream(Files.newInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] start = entry.getSize() < MANIFEST_SIZE ? in.readAllBytes() : new byte[0];
                if (start.length > 0 && start[0] == '{') {
                    documents.put(entry.getName(), JSON.readTree(start));
                }
            }
        }
        return documents;
    }

    private static JsonNode dockers(JsonNode manifest, String name) {
        ObjectNode image = JSON.createObjectNode().put("Config", blob(manifest.at("/config/digest")));
        image.putArray("RepoTags").add(name);
        var layers = image.putArray("Layers");
        manifest.path("layers").forEach(layer -> layers.add(blob(layer.path("digest"))));
        return JSON.createArrayNode().add(image);
    }

    private static String blob(JsonNode digest) {
        return "blobs/" + digest.asText().replace(':', '/');
    }

    private static void put(TarArchiveOutputStream out, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setModTime(0);
        entry.setSize(content.length);
        put(out, entry, new ByteArrayInputStream(content));
    }

    private static void put(TarArchiveOutputStream out, TarArchiveEntry entry, InputStream content) throws IOException {
        out.putArchiveEntry(entry);
        content.transferTo(out);
        out.closeArchiveEntry();
    }
}
