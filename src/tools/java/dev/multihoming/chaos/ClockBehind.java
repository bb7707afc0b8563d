package dev.multihoming.chaos;

import dev.multihoming.plane.WrongClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// A replica whose clock is two days behind: an exemption ends for it when it ends for the cluster.
record ClockBehind() implements Fault {
    private static final int LIFE_SECONDS = 20;

    @Override
    public String name() {
        return "a clock that is two days behind";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        Replica old = scene.busiest();
        Replica late = scene.addReplica(WrongClock.ahead(Duration.ofDays(-2), scene.nextHome()));
        scene.terminate(old);
        Instant end = Instant.now().plusSeconds(LIFE_SECONDS).truncatedTo(ChronoUnit.SECONDS);
        TenantExemption.grant(scene, end);
        trial.await("the exemption is in force", () -> TenantExemption.isInForce(late));
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
        trial.recovered(trial.await("the exemption ends", () -> !TenantExemption.isInForce(late)));
        TenantExemption.revoke(scene);
        scene.addReplica(Map.of());
        scene.terminate(late);
    }
}
