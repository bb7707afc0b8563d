package dev.multihoming.chaos;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// 600 MB of networks in a heap of 320 MiB: of each only what rules read is kept. Also for a replica that starts then.
record ManyLargeNetworks(int count) implements Fault {
    private static final int SENDERS = 16;
    private static final int BYTES = 60 * 1024;

    @Override
    public String name() {
        return count + " networks of 60 KiB";
    }

    @Override
    public void strike(Scene scene, Trial trial) throws InterruptedException {
        scene.kubectl().run("create", "namespace", "tenant-large").orThrow("Making a namespace");
        AtomicInteger next = new AtomicInteger();
        AtomicInteger made = new AtomicInteger();
        while (next.get() < count) {
            Crowd.act(SENDERS, 2_000, _ -> {
                int number = next.getAndIncrement();
                if (number < count && make(scene, number).isCreated()) {
                    made.incrementAndGet();
                }
            });
        }
        trial.expect("all were made: " + made.get(), made.get() == count);
        Replica old = scene.replicas().getFirst();
        long began = System.nanoTime();
        Replica fresh = scene.addReplica(Map.of());
        trial.remark(
                "a replica that starts beside them is ready after %.1f s".formatted((System.nanoTime() - began) / 1e9));
        for (Replica replica : scene.replicas()) {
            trial.await(
                    "a replica knows all of them",
                    () -> replica.server().metrics().first("multihoming_nads_known") >= count);
            trial.remark("peak memory of a replica %s: %d MiB (limit 640)"
                    .formatted(
                            replica == fresh ? "that started beside them" : "that saw them come",
                            replica.server().peakMemory() / 1024));
            trial.expect("memory stays within the limit", replica.server().peakMemory() < 640 * 1024);
        }
        scene.terminate(old);
    }

    private static Answer make(Scene scene, int number) throws InterruptedException {
        return scene.api()
                .send(
                        "POST",
                        "apis/k8s.cni.cncf.io/v1/namespaces/tenant-large/network-attachment-definitions",
                        """
                {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition", "metadata": {"name": "net-%d"},
                 "spec": {"config": "{\\"cniVersion\\": \\"1.0.0\\", \\"type\\": \\"macvlan\\", \\"master\\": \\"ens1\\", \\"filler\\": \\"%s\\"}"}}
                """.formatted(number, "x".repeat(BYTES)));
    }
}
