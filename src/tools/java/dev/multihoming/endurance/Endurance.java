package dev.multihoming.endurance;

import dev.multihoming.plane.Metrics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// The program behind `make endurance`: mixed requests for an hour, or as many minutes as its argument says. Ends with
/// 1 where a verdict was wrong, a request failed, or a figure of the third replica rises.
public final class Endurance {
    private static final int TENANTS = 3;
    private static final Pace OF_TENANTS = new Pace(Duration.ofMillis(200));
    private static final Pace OF_DIRECT_REVIEWS = new Pace(Duration.ofMillis(50));
    private static final Duration BETWEEN_RESTARTS = Duration.ofMinutes(5);
    private static final String NETWORK_CONFIG = "{'cniVersion': '1.0.0', 'type': 'macvlan', 'master': 'ens1'}";

    private final Installation installation;
    private final Duration duration;
    private final Ledger ledger = new Ledger();
    private final DirectStream stream;
    private final PolicyChanges policies;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> senders = new ArrayList<>();
    private volatile boolean over;

    private Endurance(Installation installation, Duration duration) {
        this.installation = installation;
        this.duration = duration;
        this.stream = new DirectStream(installation, ledger, OF_DIRECT_REVIEWS);
        this.policies = new PolicyChanges(installation, ledger, OF_TENANTS);
    }

    /// What a thread does again and again.
    private interface Round {
        void run(int number) throws Exception;
    }

    public static void main(String... args) throws Exception {
        Duration duration = Duration.ofMinutes(args.length == 0 ? 60 : Integer.parseInt(args[0]));
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        // Threads of kube-api-test would keep this process alive.
        System.exit(statusOf(target, duration));
    }

    private static int statusOf(Path target, Duration duration) throws Exception {
        try (Installation installation = Installation.start(Files.createTempDirectory(target, "endurance-"))) {
            Report report = new Endurance(installation, duration).run();
            System.out.println(report);
            Files.writeString(target.resolve("endurance.md"), report.toString());
            return report.isGood() ? 0 : 1;
        } catch (RuntimeException | ExecutionException e) {
            System.err.println("The run did not come to its end: " + e);
            return 2;
        }
    }

    private Report run() throws InterruptedException, ExecutionException {
        prepare();
        int skipped = installation.skippedMutations();
        begin();
        Sampler sampler = new Sampler(installation.third(), stream);
        System.out.print(Sample.HEADING);
        for (int minute = 0; minute < duration.toMinutes(); minute++) {
            TimeUnit.MINUTES.sleep(1);
            System.out.print(sampler.take());
            failIfOneStopped();
        }
        over = true;
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        return new Report(sampler.samples(), ledger, installation.skippedMutations() - skipped, remarks());
    }

    private void begin() {
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            Tenant one = new Tenant(installation.api(), ledger, "tenant-" + tenant, OF_TENANTS);
            keepDoing(one::round);
        }
        keepDoing(policies::round);
        keepDoing(_ -> stream.round());
        keepDoing(this::restart);
    }

    private void prepare() {
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            installation.makeNamespace("tenant-" + tenant);
        }
        installation.makeNamespace(PolicyChanges.NAMESPACE);
        installation.makeNamespace(DirectStream.NAMESPACE);
        installation.awaitVerdicts(DirectStream.NAMESPACE);
        installation.makeNetwork(DirectStream.NAMESPACE, "blue", NETWORK_CONFIG);
    }

    private void keepDoing(Round round) {
        senders.add(threads.submit(() -> {
            for (int number = 0; !over; number++) {
                round.run(number);
            }
            return null;
        }));
    }

    private void failIfOneStopped() throws InterruptedException, ExecutionException {
        for (Future<?> sender : senders) {
            if (sender.isDone()) {
                ledger.examples().forEach(System.out::println);
                sender.get();
            }
        }
    }

    private void restart(int number) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(BETWEEN_RESTARTS.toNanos());
        installation.restartOne();
    }

    private List<String> remarks() {
        Metrics third = installation.third().metrics();
        return List.of(
                "Restarts of the other two: %d.".formatted(installation.restarts()),
                "Certificates that the third replica took into use: %.0f."
                        .formatted(third.sum("multihoming_certificate_reloads_total", "outcome=\"accepted\"")),
                "It led: %.0f; objects in its last audit: %.0f."
                        .formatted(third.sum("multihoming_leader "), third.sum("multihoming_audit_objects ")),
                "Longest time until all replicas knew a changed policy: %d ms.".formatted(policies.longestMillis()));
    }
}
