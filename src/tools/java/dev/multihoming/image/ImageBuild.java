package dev.multihoming.image;

import dev.multihoming.image.OciImage.Layer;
import dev.multihoming.plane.ShortProgram;
import dev.multihoming.project.Pom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds the image into a folder: `multihoming-webhook.tar`, and beside it the bill of materials.
public final class ImageBuild {
    private static final Path PACKAGED = Path.of("target", "quarkus-app");

    private final Path folder;
    private final Path cache;

    ImageBuild(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.cache = this.folder.resolve("jib");
    }

    public static void main(String... args) {
        String obstacle = DebianPackage.obstacle().isEmpty() ? Container.obstacle() : DebianPackage.obstacle();
        if (!obstacle.isEmpty()) {
            System.err.println(obstacle);
            System.exit(1);
        }
        try {
            new ImageBuild(Path.of("target", "image")).build();
            System.exit(0);
        } catch (RuntimeException e) {
            // Threads of kube-api-test would keep this process alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    /// Returns the tar.
    Path build() {
        say("the base: glibc and a Java runtime");
        List<Layer> layers = new ArrayList<>(untrained());
        Path untrained = folder.resolve("untrained.tar");
        image(layers).writeUntrained(untrained, cache);
        say("training: the webhook works in its image, on a control plane of its own");
        UnpackedImage image = UnpackedImage.of(untrained, folder.resolve("training"));
        Path aot = AotTraining.run(image, Folders.fresh(folder.resolve("plane")));
        layers.add(new Layer("AOT cache", aot, OciImage.AOT_CACHE));
        Path tar = tar();
        say(tar + ", " + image(layers).write(tar, cache));
        return tar;
    }

    Path tar() {
        return folder.resolve("multihoming-webhook.tar");
    }

    /// All layers but the AOT cache: the same whenever the same is built.
    List<Layer> untrained() {
        BaseSystem base = BaseSystem.assemble(folder.resolve("base"), Folders.fresh(folder.resolve("debian")));
        Path application = Folders.fresh(folder.resolve("application"));
        for (Path file : Folders.files(PACKAGED, path -> !path.startsWith(PACKAGED.resolve("lib")))) {
            Folders.copy(
                    file,
                    application.resolve("app").resolve(PACKAGED.relativize(file).toString()));
        }
        String bill = BillOfMaterials.of(Folders.only(Path.of("target"), "-cyclonedx.json"), base);
        Folders.write(folder.resolve("multihoming-webhook.cdx.json"), bill);
        Folders.write(application.resolve("usr/share/sbom/multihoming-webhook.cdx.json"), bill);
        Folders.copy(Path.of("LICENSE"), application.resolve("licenses/LICENSE"));
        return List.of(
                new Layer("base", base.folder(), "/"),
                new Layer("libraries", PACKAGED.resolve("lib"), OciImage.APP + "/lib"),
                new Layer("application", application, "/"));
    }

    OciImage image(List<Layer> layers) {
        return new OciImage(
                Pom.image(),
                layers,
                Map.of(
                        "org.opencontainers.image.title", Pom.name(),
                        "org.opencontainers.image.description", Pom.description(),
                        "org.opencontainers.image.url", Pom.site(),
                        "org.opencontainers.image.source", Pom.sourceRepository(),
                        "org.opencontainers.image.version", Pom.version(),
                        "org.opencontainers.image.revision", revision(),
                        "org.opencontainers.image.licenses", "Apache-2.0"));
    }

    private static String revision() {
        var outcome = new ShortProgram(List.of("git", "rev-parse", "HEAD"), Map.of()).run("");
        return outcome.succeeded() ? outcome.stdout().strip() : "unknown";
    }

    private static void say(String what) {
        System.out.println("image: " + what);
    }
}
