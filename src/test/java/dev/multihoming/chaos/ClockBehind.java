package dev.multihoming.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// A replica whose clock is two days behind: an exemption ends for it when it ends for the cluster.
record ClockBehind() implements Fault {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LIFE_SECONDS = 20;

    @Override
    public String name() {
        return "a clock that is two days behind";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        Replica old = scene.busiest();
        Replica late = scene.addReplica(Map.of("MULTIHOMING_REHEARSAL_CLOCK_AHEAD", "-P2D"));
        scene.terminate(old);
        Instant end = Instant.now().plusSeconds(LIFE_SECONDS).truncatedTo(ChronoUnit.SECONDS);
        scene.kubectl().apply("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata: {name: short}
                spec: {rules: [MH104], namespaces: [tenant-b], reason: a bad night, owner: platform, expires: "%s"}
                """.formatted(end)).orThrow("Granting an exemption");
        trial.await("the exemption is in force", PATIENCE, () -> isExempt(late));
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
        trial.recovered(trial.await("the exemption ends", PATIENCE, () -> !isExempt(late)));
        scene.kubectl().run("delete", "multihomingexemption/short").orThrow("Deleting the exemption");
        scene.addReplica(Map.of());
        scene.terminate(late);
    }

    private static boolean isExempt(Replica replica) {
        return DirectReview.of(replica, "tenant-b", "secret@eth0").contains("\"allowed\":true");
    }
}
