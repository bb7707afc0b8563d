package dev.multihoming.chaos;

/// A rollout of the control plane, or its crash.
record RestartedApiServer() implements Fault {
    @Override
    public String name() {
        return "restart of the API server";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        scene.killApiServer();
        trial.await("the API server comes back", scene::isApiServerThere);
        scene.makeNetwork("tenant-a", "after-restart");
        for (Replica replica : scene.replicas()) {
            trial.await(
                    "changes arrive again",
                    () -> replica.server().metrics().first("multihoming_nads_watching") == 1
                            && DirectReview.isKnown(replica, "after-restart"));
        }
        scene.deleteNetwork("tenant-a", "after-restart");
    }
}
