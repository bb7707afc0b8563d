package dev.multihoming.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The image as `make image` makes it, unpacked and run the way a node would.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageIT {
    private static final Path FOLDER = Path.of("target", "image").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UnpackedImage image;

    ImageIT() {
        assumeTrue(isPossible(obstacle()));
        image = UnpackedImage.of(new ImageBuild(FOLDER).build(), FOLDER.resolve("unpacked"));
    }

    private static String obstacle() {
        String ofPackages = DebianPackage.obstacle();
        return ofPackages.isEmpty() ? Container.obstacle() : ofPackages;
    }

    /// Maven's summary only counts what is skipped. With `IMAGE=required`, as in CI, it is a failure.
    private static boolean isPossible(String obstacle) {
        if (!obstacle.isEmpty() && "required".equals(System.getenv("IMAGE"))) {
            throw new AssertionError(obstacle);
        }
        System.out.print(obstacle.isEmpty() ? "" : "ImageIT is skipped. " + obstacle + "\n");
        return obstacle.isEmpty();
    }

    @Test
    void answersReviewsOnAReadOnlyRootAsNobodyInParticular(@TempDir Path home) throws IOException {
        var launcher = new PodLauncher(image, home.resolve("mounts"), List.of());
        try (Cluster cluster = Cluster.start(home);
                InstalledWebhook webhook = InstalledWebhook.on(cluster.controlPlane(), home, Map.of(), launcher)) {
            Eventually.holds(
                    "a judgement out of the image",
                    () -> cluster.kubectl()
                            .runWithInput("""
                                    apiVersion: v1
                                    kind: Pod
                                    metadata: {name: app, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: elsewhere/blue}}
                                    spec: {containers: [{name: app, image: registry.example/app}]}
                                    """, "create", "--filename=-")
                            .stderr()
                            .contains("denied the request: MH105"));
            Path process = Path.of("/proc", Long.toString(webhook.server().pid()));
            assertThat(Files.readString(process.resolve("cmdline"))).startsWith(JavaRuntime.HOME + "/bin/java");
            assertThat(Files.readAllLines(process.resolve("mounts")))
                    .filteredOn(line -> line.split(" ", -1)[1].equals("/"))
                    .allSatisfy(line -> assertThat(line.split(" ", -1)[3]).startsWith("ro"));
            if (Container.isRoot()) {
                assertThat(Files.readString(process.resolve("status")))
                        .containsPattern("Uid:\\s+65532\\s+65532\\s+65532\\s+65532")
                        .containsPattern("Gid:\\s+65532\\s")
                        .containsPattern("CapEff:\\s+0000000000000000");
            }
            // Java drops a cache that was made for another Java, other flags, other paths or other times of files.
            assertThat(Files.readString(process.resolve("maps"))).contains(OciImage.AOT_CACHE);
        }
    }

    @Test
    void saysHowItWantsToBeRun() {
        assertThat(image.user()).isEqualTo("65532:65532");
        assertThat(image.entrypoint()).startsWith("/opt/java/bin/java").endsWith("-jar", "/app/quarkus-run.jar");
        assertThat(image.config().path("ExposedPorts").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("8443/tcp", "9000/tcp");
        assertThat(image.config()
                        .at("/Labels/org.opencontainers.image.licenses")
                        .asText())
                .isEqualTo("Apache-2.0");
    }

    @Test
    void holdsNoShellAndNothingThatItsUserMayWrite() throws IOException {
        assertThat(image.root().resolve("bin")).doesNotExist();
        assertThat(Folders.files(
                        image.root(), path -> path.getFileName().toString().matches("(ba|da)?sh|busybox")))
                .isEmpty();
        for (Path file : Folders.files(image.root(), _ -> true)) {
            assertThat((Integer) Files.getAttribute(file, "unix:mode") & 07022)
                    .as(file.toString())
                    .isZero();
        }
    }

    /// Scanners look for vulnerable versions there.
    @Test
    void theBillOfMaterialsNamesEveryLibraryAndTheBase() throws IOException {
        Path inside = image.root().resolve("usr/share/sbom/multihoming-webhook.cdx.json");
        String bill = Files.readString(inside);
        assertThat(bill).isEqualTo(Files.readString(FOLDER.resolve("multihoming-webhook.cdx.json")));
        List<String> purls = JSON.readTree(bill).path("components").findValuesAsText("purl");
        assertThat(purls)
                .anyMatch(purl -> purl.startsWith("pkg:deb/debian/libc6@2."))
                .anyMatch(purl -> purl.startsWith(
                        "pkg:generic/openjdk@" + Runtime.version().feature()));
        for (Path library : Folders.files(
                image.root().resolve("app/lib"), path -> path.toString().endsWith(".jar"))) {
            assertThat(purls)
                    .as(library.getFileName().toString())
                    .anyMatch(purl -> isOf(library.getFileName().toString(), purl));
        }
    }

    /// `group.artifact-version.jar` and `pkg:maven/group/artifact@version?type=jar`.
    private static boolean isOf(String file, String purl) {
        return purl.startsWith("pkg:maven/")
                && file.equals(purl.substring("pkg:maven/".length())
                                .replaceFirst("[?].*", "")
                                .replace('/', '.')
                                .replace('@', '-')
                        + ".jar");
    }

    @Test
    void theSameFilesMakeTheSameImage(@TempDir Path folder) throws IOException {
        var again = new ImageBuild(folder);
        again.image(again.untrained()).writeUntrained(folder.resolve("untrained.tar"), folder.resolve("jib"));

        assertThat(layout(folder.resolve("untrained.tar"))).isEqualTo(layout(FOLDER.resolve("untrained.tar")));
    }

    private static JsonNode layout(Path tar) throws IOException {
        return JSON.readTree(
                new ShortProgram(List.of("tar", "--extract", "--to-stdout", "--file=" + tar, "index.json"), Map.of())
                        .run("")
                        .orThrow("Reading " + tar));
    }
}
