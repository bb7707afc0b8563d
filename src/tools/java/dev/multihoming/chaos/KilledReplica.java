package dev.multihoming.chaos;

import java.time.Duration;

/// Out of memory, a process that crashes: the other replica answers, after what was under way has failed.
record KilledReplica() implements Fault {
    private static final int JUDGED_BY_THE_OTHER = 300;

    @Override
    public String name() {
        return "kill -9 of a replica";
    }

    @Override
    public Duration mayFailFor() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void strike(Scene scene, Trial trial) {
        Replica victim = scene.busiest();
        victim.server().kill();
        victim.awaitEnd();
        // Whatever the back-off of a container that crashes: the Service lives on the other one.
        scene.awaitReviews(JUDGED_BY_THE_OTHER);
        victim.startAgain();
    }
}
