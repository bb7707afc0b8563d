package dev.multihoming.chaos;

/// The API server loses its store. It takes few requests meanwhile; those that it takes are judged.
record CutEtcd() implements Fault {
    private static final long MILLIS = 8_000;

    @Override
    public String name() {
        return "etcd cut off for 8 s";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        scene.etcd().cut();
        Thread.sleep(MILLIS);
        scene.etcd().mend();
        // What waits in the API server has its own time-outs.
        trial.await("the API server answers again", scene::isApiServerThere);
    }
}
