package dev.multihoming.chaos;

import java.time.Duration;

/// How long every replica takes to tell, by its metric, that the registered configuration is not ours.
final class Drifted {
    private Drifted() {}

    static Duration awaitWord(Scene scene, Trial trial, String aspect) throws InterruptedException {
        long from = System.nanoTime();
        for (Replica replica : scene.replicas()) {
            trial.await(
                    "the drift in " + aspect + " is told",
                    () -> replica.server()
                                    .metrics()
                                    .first(
                                            "multihoming_webhook_drift{",
                                            "aspect=\"" + aspect + "\"",
                                            "configuration=\"validating\"")
                            == 1);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }
}
