package dev.multihoming.bench;

import dev.multihoming.image.PackagedImage;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Launcher;
import dev.multihoming.plane.ServingCertificate;
import dev.multihoming.plane.ShippedAccount;
import dev.multihoming.plane.WebhookServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How long a start takes, what the first reviews after Ready take, and how much memory it comes to: of the
/// packaged folder, and of the image where there is one (`make image`), with and without its AOT cache. In turns.
public final class Start {
    private static final int ROUNDS = 5;
    private static final int FIRST_REVIEWS = 100;
    private static final int MANY_REVIEWS = 500_000;
    private static final Duration UNTIL_IDLE = Duration.ofSeconds(10);

    private final Path folder;
    private final ServingCertificate certificate;
    /// Asked for once: that takes a kubectl, which is no part of a start.
    private final Path account;

    private final byte[] body;

    private Start(Cluster cluster, Path folder, byte[] body) {
        this.folder = folder;
        this.certificate = ServingCertificate.writeInto(folder.resolve("tls"));
        this.account = ShippedAccount.kubeconfig(cluster.controlPlane(), folder);
        this.body = body;
    }

    /// Milliseconds, and processor time until Ready.
    private record Round(double answered, double ready, double processor, double p50, double p99) {}

    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "start-");
        try (Cluster cluster = Cluster.start(folder);
                var review = Objects.requireNonNull(Start.class.getResourceAsStream("/bench/pod-review.json"))) {
            InstalledWebhook.prepare(cluster.controlPlane());
            new Start(cluster, folder, review.readAllBytes()).tell();
        } catch (RuntimeException e) {
            // Threads of kube-api-test would keep this process alive.
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private Map<String, Launcher> variants() {
        Map<String, Launcher> variants = new LinkedHashMap<>();
        variants.put("folder, JDK's defaults", Launcher.PACKAGED);
        Optional<PackagedImage> image = PackagedImage.built(folder.resolve("image"));
        image.ifPresentOrElse(
                it -> {
                    variants.put("image", it.launcher());
                    variants.put("image, no AOT cache", it.launcher("-XX:AOTMode=off"));
                },
                () -> System.out.println("There is no image to measure here: make image, as root."));
        return variants;
    }

    private void tell() throws Exception {
        Map<String, Launcher> variants = variants();
        // This process is cold as well.
        round(variants.values().iterator().next());
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (Map.Entry<String, Launcher> variant : variants.entrySet()) {
                rounds.computeIfAbsent(variant.getKey(), _ -> new ArrayList<>()).add(round(variant.getValue()));
            }
        }
        System.out.printf("%nStart, and the first %d reviews after Ready; medians of %d%n", FIRST_REVIEWS, ROUNDS);
        System.out.printf(
                "%-24s %14s %10s %14s %8s %8s%n", "", "answers, ms", "ready, ms", "processor, ms", "p50 ms", "p99 ms");
        rounds.forEach((name, of) -> System.out.printf(
                "%-24s %14.0f %10.0f %14.0f %8.1f %8.1f%n",
                name,
                Median.of(of, Round::answered),
                Median.of(of, Round::ready),
                Median.of(of, Round::processor),
                Median.of(of, Round::p50),
                Median.of(of, Round::p99)));
        System.out.printf(
                "%nResident memory, MiB%n%-24s %10s %10s %22s%n", "", "idle", "of which own", "after many reviews");
        for (Map.Entry<String, Launcher> variant : variants.entrySet()) {
            memory(variant.getKey(), variant.getValue());
        }
    }

    private Round round(Launcher variant) throws Exception {
        long began = System.nanoTime();
        try (WebhookServer server = launch(variant);
                var client = new ReviewClient(server.port(), body)) {
            client.untilAnswered();
            double answered = millisSince(began);
            while (!server.isReady()) {
                Thread.sleep(5);
            }
            double ready = millisSince(began);
            double processor = server.processorTime().toMillis();
            long[] nanos = client.measure(FIRST_REVIEWS);
            return new Round(
                    answered,
                    ready,
                    processor,
                    nanos[FIRST_REVIEWS / 2] / 1e6,
                    nanos[FIRST_REVIEWS * 99 / 100 - 1] / 1e6);
        }
    }

    private void memory(String name, Launcher variant) throws Exception {
        try (WebhookServer server = launch(variant)) {
            while (!server.isReady()) {
                Thread.sleep(100);
            }
            Thread.sleep(UNTIL_IDLE);
            String idle = inMiB(server.residentMemory());
            String own = inMiB(server.ownMemory());
            if (!H2Load.isInstalled()) {
                System.out.printf("%-24s %10s %10s %22s%n", name, idle, own, "h2load is not there");
                return;
            }
            Path file = Files.write(folder.resolve("review.json"), body);
            H2Load.run("https://127.0.0.1:" + server.port() + "/validate", file, MANY_REVIEWS, folder);
            Thread.sleep(UNTIL_IDLE);
            System.out.printf(
                    "%-24s %10s %10s %12s, own %s%n",
                    name, idle, own, inMiB(server.residentMemory()), inMiB(server.ownMemory()));
        }
    }

    private WebhookServer launch(Launcher variant) {
        return WebhookServer.launch(variant, account, folder, Map.of(), certificate);
    }

    private static String inMiB(long kib) {
        return Long.toString(kib / 1024);
    }

    private static double millisSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e6;
    }
}
