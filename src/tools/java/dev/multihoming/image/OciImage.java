package dev.multihoming.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// An image as a tar in the OCI layout. The same files give the same digest: times, owners and permissions are
/// set, and nothing of this machine goes in.
///
/// @param name with a tag
/// @param layers from the bottom up: what changes least, first
record OciImage(String name, List<Layer> layers, Map<String, String> labels) {
    static final String APP = "/app";
    static final String AOT_CACHE = APP + "/multihoming.aot";

    private static final List<String> JAVA = List.of(JavaRuntime.HOME + "/bin/java");
    private static final List<String> WEBHOOK = List.of("-jar", APP + "/quarkus-run.jar");

    /// One arena of glibc for all threads: each further one would keep for itself what its threads once needed.
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "LANG",
            "C.UTF-8",
            "MALLOC_ARENA_MAX",
            "1",
            "JAVA_HOME",
            JavaRuntime.HOME,
            "PATH",
            JavaRuntime.HOME + "/bin");

    OciImage {
        layers = List.copyOf(layers);
        labels = Map.copyOf(labels);
    }

    /// A folder of this machine, or one file, and where it lies in the image.
    record Layer(String name, Path source, String target) {}

    /// Without an AOT cache: what one is trained in.
    String writeUntrained(Path tar, Path cache) {
        return write(tar, cache, List.of());
    }

    String write(Path tar, Path cache) {
        return write(tar, cache, List.of("-XX:AOTCache=" + AOT_CACHE));
    }

    /// Returns the digest of its manifest.
    private String write(Path tar, Path cache, List<String> flags) {
        try {
            JibContainerBuilder image = Jib.fromScratch()
                    .setFormat(ImageFormat.OCI)
                    .setPlatforms(Set.of(new Platform(architecture(), "linux")))
                    .setCreationTime(Instant.EPOCH)
                    .setUser(BaseSystem.USER)
                    .setWorkingDirectory(AbsoluteUnixPath.get(APP))
                    .setEnvironment(ENVIRONMENT)
                    .setEntrypoint(joined(JAVA, flags, WEBHOOK))
                    .setExposedPorts(Port.tcp(8443), Port.tcp(9000))
                    .setLabels(labels);
            for (Layer layer : layers) {
                image.addFileEntriesLayer(entries(layer));
            }
            JibContainer written =
                    image.containerize(Containerizer.to(TarImage.at(tar).named(name))
                            .setOfflineMode(true)
                            .setToolName("multihoming-webhook")
                            .setBaseImageLayersCache(cache)
                            .setApplicationLayersCache(cache));
            NamedArchive.name(tar, name);
            return written.getDigest().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing " + tar, e);
        } catch (Exception e) {
            throw new IllegalStateException("Writing " + tar + " failed", e);
        }
    }

    private static FileEntriesLayer entries(Layer layer) throws IOException {
        FileEntriesLayer.Builder entries = FileEntriesLayer.builder().setName(layer.name());
        AbsoluteUnixPath target = AbsoluteUnixPath.get(layer.target());
        if (!Files.isDirectory(layer.source())) {
            return entries.addEntry(layer.source(), target).build();
        }
        try (Stream<Path> children = Files.list(layer.source())) {
            for (Path child : children.sorted().toList()) {
                entries.addEntryRecursive(
                        child, target.resolve(child.getFileName()), (path, at) -> permissions(path, at));
            }
        }
        return entries.build();
    }

    /// Not this machine's, which depend on somebody's umask.
    private static FilePermissions permissions(Path path, AbsoluteUnixPath at) {
        if (at.toString().equals("/tmp")) {
            return FilePermissions.fromOctalString("777");
        }
        return FilePermissions.fromOctalString(Files.isDirectory(path) || Files.isExecutable(path) ? "755" : "644");
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static String architecture() {
        String ours = System.getProperty("os.arch");
        return ours.equals("aarch64") ? "arm64" : ours;
    }
}
