package dev.multihoming.chaos;

import java.util.concurrent.atomic.AtomicInteger;

/// A controller that repeats something broken as fast as it can, from many sides.
record InvalidFlood() implements Fault {
    private static final int SENDERS = 32;
    private static final long MILLIS = 8_000;
    private static final String[] BROKEN = {"[{", "a/b/c/d", "[{\"name\": 1}]", "blue@eth0", "blue,,red", "\u0007"};

    @Override
    public String name() {
        return "a flood of invalid objects";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        AtomicInteger denied = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();
        Crowd.act(SENDERS, MILLIS, i -> {
            Answer answer = scene.api().tryPod(Specimen.pod("k8s.v1.cni.cncf.io/networks", BROKEN[i % BROKEN.length]));
            (answer.isCreated() ? admitted : denied).incrementAndGet();
        });
        trial.expect("none of the flood is admitted", admitted.get() == 0);
        trial.remark("%d invalid pods were denied beside the stream".formatted(denied.get()));
    }
}
