package dev.multihoming.chaos;

import java.util.Map;

/// SIGTERM, as a rollout, a drained node and an eviction bring it: a new replica first, then the end of an old one.
///
/// @param count how many replicas are replaced, one after the other
record Rollouts(int count) implements Fault {
    @Override
    public String name() {
        return "SIGTERM of a replica, " + count + " times";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Replica old = scene.busiest();
            scene.addReplica(Map.of());
            scene.terminate(old);
        }
    }
}
