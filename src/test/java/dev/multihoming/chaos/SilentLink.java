package dev.multihoming.chaos;

import java.time.Duration;

/// Nothing of what the API server and the replicas say to each other arrives any more on the replicas' own connections,
/// and none of these ends: as where a machine between is gone without a word.
record SilentLink() implements Fault {
    /// Longer than a lookup waits, and than the replicas' own questions.
    private static final long MILLIS = 15_000;

    private static final Duration TO_CATCH_UP = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "the link of both replicas to the API server silent for 15 s";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        scene.makeNetwork("tenant-a", "leaving");
        for (Replica replica : scene.replicas()) {
            trial.await("a network is known", TO_CATCH_UP, () -> DirectReview.isKnown(replica, "leaving"));
        }
        scene.replicas().forEach(replica -> replica.toApiServer().silence());
        Thread.sleep(1_000);
        scene.makeNetwork("tenant-a", "coming");
        scene.deleteNetwork("tenant-a", "leaving");
        Thread.sleep(MILLIS);
        trial.expect(
                "replicas stay ready",
                scene.replicas().stream().allMatch(it -> it.server().isReady()));
        scene.replicas().forEach(replica -> replica.toApiServer().mend());
        CatchingUp.await(scene, trial, TO_CATCH_UP);
        scene.deleteNetwork("tenant-a", "coming");
    }
}
