package dev.multihoming.chaos;

import java.time.Duration;

/// A full or slow disk below etcd.
record SlowEtcd() implements Fault {
    @Override
    public String name() {
        return "etcd slower by 0.5 s for 10 s";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        scene.etcd().delay(Duration.ofMillis(500));
        Thread.sleep(10_000);
        scene.etcd().mend();
    }
}
