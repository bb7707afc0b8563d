package dev.multihoming.bench;

import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.InstalledWebhook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a replica costs in clusters of a tenth, a third and all of a size: its memory, its start, the audit, a review,
/// and what the API server does for it. Nothing of it should grow faster than the cluster.
///
/// Takes ten to thirty minutes, most of them to fill the cluster, and some 6 GB for the API server.
public final class Scale {
    private static final List<Integer> DIVISORS = List.of(10, 3, 1);
    private static final Cluster.User ACCOUNT =
            new Cluster.User("system:serviceaccount:multihoming-system:multihoming-webhook");

    private Scale() {}

    public static void main(String... args) throws Exception {
        ClusterSize whole = ClusterSize.of(args);
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "scale-");
        Path log = folder.resolve("requests.log");
        try (Cluster cluster = Cluster.startAudited(folder, log, ACCOUNT);
                Filling filling = new Filling(cluster)) {
            System.out.println("kubeconfig: " + cluster.controlPlane().kubeconfig());
            ForeignCrds.find().ifPresent(crds -> ForeignCrds.installPolicyReports(cluster.kubectl(), crds));
            InstalledWebhook.prepare(cluster.controlPlane());
            ClusterContents contents = new ClusterContents(filling);
            ScaleTable table = new ScaleTable();
            for (int divisor : DIVISORS) {
                ClusterSize size = whole.dividedBy(divisor);
                long began = System.nanoTime();
                contents.grow(size);
                System.out.printf(
                        "%n%s, filled in %d s%n",
                        size, Duration.ofNanos(System.nanoTime() - began).toSeconds());
                new ScaleRun(cluster, filling, folder.resolve("by-" + divisor), log, size, table).tell();
            }
            table.print();
        } catch (RuntimeException e) {
            // Threads of kube-api-test would keep this process alive.
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }
}
