package dev.multihoming.chaos;

import java.util.concurrent.atomic.AtomicInteger;

/// Pods of networks that do not exist, each name a new one, so that no cache helps: they use up the budget of
/// their own namespace, and what they are warned of instead is the price. Another namespace's networks are
/// known as before.
record InventedNames() implements Fault {
    private static final int SENDERS = 32;
    private static final long MILLIS = 8_000;

    @Override
    public String name() {
        return "a flood of networks that do not exist";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        AtomicInteger denied = new AtomicInteger();
        AtomicInteger warned = new AtomicInteger();
        AtomicInteger silent = new AtomicInteger();
        Crowd.act(SENDERS, MILLIS, i -> {
            String pod = Specimen.pod("k8s.v1.cni.cncf.io/networks", "invented-" + i);
            Answer answer = scene.api().tryPod(pod.replace("tenant-a", "tenant-b"), "tenant-b");
            if (answer.denies("MH107")) {
                denied.incrementAndGet();
            } else if (answer.isCreated()) {
                (answer.warns("MH113") ? warned : silent).incrementAndGet();
            }
        });
        trial.expect("whoever is admitted is warned", silent.get() == 0);
        trial.remark("of the flood, %d were denied and %d admitted with a warning that they could not be looked up"
                .formatted(denied.get(), warned.get()));
    }
}
