package dev.multihoming.chaos;

import java.time.Duration;

/// Out of memory, a process that crashes: the other replica answers, after what was under way has failed.
record KilledReplica() implements Fault {
    @Override
    public String name() {
        return "kill -9 of a replica";
    }

    @Override
    public Duration mayFailFor() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        Replica victim = scene.busiest();
        victim.server().kill();
        victim.awaitEnd();
        // Whatever the back-off of a container that crashes: the Service lives on the other one.
        Thread.sleep(5_000);
        victim.startAgain();
    }
}
