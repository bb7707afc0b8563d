package dev.multihoming.chaos;

import dev.multihoming.plane.WrongClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/// A replica whose clock is two days ahead: exemptions end early for it, it says by how much it is wrong, and
/// all else is as before.
record ClockAhead() implements Fault {
    private static final double A_DAY = 86_400;

    @Override
    public String name() {
        return "a clock that is two days ahead";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        // Before: a replica for which it has ended already would refuse to let it in.
        TenantExemption.grant(scene, Instant.now().plus(1, ChronoUnit.DAYS));
        Replica old = scene.busiest();
        Replica early = scene.addReplica(WrongClock.ahead(Duration.ofDays(2), scene.nextHome()));
        scene.terminate(old);
        Replica right = scene.replicas().getFirst();
        trial.await("the exemption is in force by the right clock", () -> TenantExemption.isInForce(right));
        trial.await(
                "the metric says that the clock is ahead",
                () -> early.server().metrics().first("multihoming_clock_behind_seconds") < -A_DAY);
        trial.expect("the exemption is over by the clock that is ahead", !TenantExemption.isInForce(early));
        TenantExemption.revoke(scene);
        scene.addReplica(Map.of());
        scene.terminate(early);
    }
}
