package dev.multihoming.plane;

import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import io.fabric8.kubeapitest.KubeAPITestException;
import io.fabric8.kubeapitest.binary.BinaryManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder `k8s/<version>-<os>-<arch>` with the programs of a control plane, as `tools/control-plane/build` finds
/// or makes it. What that script looks for, and in which order, is told in the README beside it.
public record Programs(Path folder) {
    private static final Path BUILD = Path.of("tools", "control-plane", "build");

    public static Programs find() {
        Path assets = build();
        if (!Files.isDirectory(assets.resolve(BinaryManager.BINARY_LIST_DIR))) {
            download(assets);
        }
        return new Programs(onlyVersionIn(assets.resolve(BinaryManager.BINARY_LIST_DIR)));
    }

    public Path etcd() {
        return folder.resolve("etcd");
    }

    public Path apiServer() {
        return folder.resolve("kube-apiserver");
    }

    public Path kubectl() {
        return folder.resolve("kubectl");
    }

    /// Empty with the programs of setup-envtest and of kube-api-test's download, which bring none.
    public Optional<Path> controllerManager() {
        return Optional.of(folder.resolve("kube-controller-manager")).filter(Files::isExecutable);
    }

    /// "1.37.2" of "1.37.2-linux-amd64".
    String version() {
        String name = folder.getFileName().toString();
        return name.substring(0, name.indexOf('-'));
    }

    private static Path build() {
        try {
            // Its progress belongs on the terminal while it happens: a first build takes minutes.
            Process process = new ProcessBuilder(BUILD.toAbsolutePath().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new PlaneException("No control plane: " + BUILD + " failed and said above why.");
            }
            return Path.of(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlaneException("Interrupted while waiting for " + BUILD, e);
        }
    }

    private static void download(Path assets) {
        // "1.37.2-released": patch versions are not all published in that form, the minor version counts.
        String version = assets.getFileName().toString().split("-", 2)[0];
        String anyPatch = version.substring(0, version.lastIndexOf('.')) + ".*";
        var config = KubeAPIServerConfigBuilder.anAPIServerConfig()
                .withTestDir(assets.toString())
                .withApiServerVersion(anyPatch)
                .withOfflineMode(false)
                .build();
        try {
            new BinaryManager(config).initAndDownloadIfRequired();
        } catch (KubeAPITestException e) {
            throw new PlaneException(
                    "No control plane: there is no Go to build one with and the download failed (%s). Install Go, or point KUBEBUILDER_ASSETS at a folder with etcd, kube-apiserver and kubectl."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static Path onlyVersionIn(Path folder) {
        try (var versions = Files.list(folder)) {
            return versions.filter(Files::isDirectory)
                    .max(Path::compareTo)
                    .orElseThrow(() -> new PlaneException("No programs in " + folder + ": delete that folder."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
