package dev.multihoming.chaos;

import java.time.Duration;

/// Replicas that cannot reach the API server: they judge by what they know, and catch up afterwards.
record BrokenWatch() implements Fault {
    private static final long MILLIS = 8_000;
    private static final Duration TO_CATCH_UP = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "both replicas cut off from the API server for 8 s";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        scene.makeNetwork("tenant-a", "leaving");
        for (Replica replica : scene.replicas()) {
            trial.await("a network is known", TO_CATCH_UP, () -> DirectReview.isKnown(replica, "leaving"));
        }
        scene.replicas().forEach(replica -> replica.toApiServer().cut());
        Thread.sleep(1_000);
        scene.makeNetwork("tenant-a", "coming");
        scene.deleteNetwork("tenant-a", "leaving");
        trial.expect(
                "replicas stay ready",
                scene.replicas().stream().allMatch(it -> it.server().isReady()));
        Thread.sleep(MILLIS);
        scene.replicas().forEach(replica -> replica.toApiServer().mend());
        CatchingUp.await(scene, trial, TO_CATCH_UP);
        scene.deleteNetwork("tenant-a", "coming");
    }
}
