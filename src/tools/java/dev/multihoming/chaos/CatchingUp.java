package dev.multihoming.chaos;

import java.time.Duration;

/// How long replicas take to know what happened while they heard nothing.
final class CatchingUp {
    private CatchingUp() {}

    /// The network `coming` was made in tenant-a meanwhile, and `leaving` deleted.
    static void await(Scene scene, Trial trial) throws InterruptedException {
        long from = System.nanoTime();
        for (Replica replica : scene.replicas()) {
            trial.await(
                    "a replica knows what changed meanwhile",
                    () -> DirectReview.isKnown(replica, "coming") && DirectReview.isMissing(replica, "leaving"));
        }
        trial.recovered(Duration.ofNanos(System.nanoTime() - from));
    }
}
