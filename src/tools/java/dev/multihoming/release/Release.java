package dev.multihoming.release;

import dev.multihoming.chart.GeneratedChart;
import dev.multihoming.chart.Helm;
import dev.multihoming.chart.Kustomize;
import dev.multihoming.chart.Variant;
import dev.multihoming.chart.Variant.CertificateMode;
import dev.multihoming.chart.Variant.Part;
import dev.multihoming.image.Folders;
import dev.multihoming.project.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes `target/release`: everything that a user downloads. The image is built before (`make release`).
public final class Release {
    private static final Path TARGET = Path.of("target", "release");
    private static final Path WORK = Path.of("target", "release-work");
    private static final Path IMAGE = Path.of("target", "image");

    private Release() {}

    public static void main(String... args) throws IOException {
        Folders.fresh(TARGET);
        Folders.fresh(WORK);
        manifests(Kustomize.find());
        chart();
        String architecture = architecture();
        Files.copy(IMAGE.resolve("multihoming-webhook.tar"), file("image-linux-" + architecture + ".tar"));
        Files.copy(IMAGE.resolve("multihoming-webhook.cdx.json"), file("image-linux-" + architecture + ".cdx.json"));
        Path packaged = Folders.only(Path.of("target"), "-cyclonedx.json");
        Files.copy(packaged, file("java.cdx.json"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        new CliArchive(WORK, system + "-" + architecture).write(TARGET);
        List<String> changelog = Files.readAllLines(Path.of("CHANGELOG.md"));
        Files.writeString(TARGET.resolve("RELEASE-NOTES.md"), ReleaseNotes.of(Pom.releaseVersion(), changelog));
        Checksums.write(TARGET);
        System.out.println(TARGET + " is complete.");
    }

    private static void manifests(Kustomize kustomize) throws IOException {
        Files.writeString(TARGET.resolve("crds.yaml"), kustomize.text("kustomize/crds"));
        Files.copy(
                Path.of("kustomize/components/policies/audit-first/policy.yaml"),
                TARGET.resolve("policy-audit-first.yaml"));
        for (CertificateMode mode : CertificateMode.values()) {
            Files.writeString(
                    TARGET.resolve("install-" + mode.overlay() + ".yaml"),
                    kustomize.text(new Variant(mode, Part.WORKLOAD).folder()));
            Files.writeString(
                    TARGET.resolve("register-" + mode.overlay() + ".yaml"),
                    kustomize.text(new Variant(mode, Part.REGISTRATION).folder()));
        }
    }

    private static void chart() {
        Helm.in(WORK.resolve("helm"))
                .orElseThrow(() -> new IllegalStateException("No Go to build helm with, which packages the chart"))
                .run("package", GeneratedChart.FOLDER.toString(), "--destination=" + TARGET)
                .orThrow("Packaging the chart");
    }

    private static Path file(String ending) {
        return TARGET.resolve("%s-%s-%s".formatted(Pom.name(), Pom.version(), ending));
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm64";
            case String other -> other;
        };
    }
}
