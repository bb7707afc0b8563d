package dev.multihoming.chaos;

import java.util.function.Consumer;

/// Replicas that cannot reach the API server: they judge by what they know, and catch up afterwards.
///
/// @param harm what happens to the wire of each that leads there
record BrokenWatch(String name, Consumer<Wire> harm, long millis) implements Fault {
    /// Connections end, and new ones are refused.
    static BrokenWatch cut() {
        return new BrokenWatch("both replicas cut off from the API server for 8 s", Wire::cut, 8_000);
    }

    /// Nothing arrives, and no connection ends; for longer than a lookup waits, and than the replicas' own questions.
    static BrokenWatch silent() {
        return new BrokenWatch("the link of both replicas to the API server silent for 15 s", Wire::silence, 15_000);
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        scene.makeNetwork("tenant-a", "leaving");
        for (Replica replica : scene.replicas()) {
            trial.await("a network is known", () -> DirectReview.isKnown(replica, "leaving"));
        }
        scene.replicas().forEach(replica -> harm.accept(replica.toApiServer()));
        scene.makeNetwork("tenant-a", "coming");
        scene.deleteNetwork("tenant-a", "leaving");
        Thread.sleep(millis);
        trial.expect(
                "replicas stay ready",
                scene.replicas().stream().allMatch(it -> it.server().isReady()));
        scene.replicas().forEach(replica -> replica.toApiServer().mend());
        CatchingUp.await(scene, trial);
        scene.deleteNetwork("tenant-a", "coming");
    }
}
