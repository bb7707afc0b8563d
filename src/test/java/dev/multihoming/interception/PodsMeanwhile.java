package dev.multihoming.interception;

import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Pods that come all the time while an installation changes. Each is to be admitted, where no webhook is registered,
/// or denied by a rule; none is to be rejected because no replica answered.
final class PodsMeanwhile implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger denied = new AtomicInteger();
    private final List<String> withoutVerdict = new CopyOnWriteArrayList<>();
    private final Thread sender;

    PodsMeanwhile(Kubectl kubectl) {
        this.sender = Thread.ofPlatform().name("pods").start(() -> {
            while (!over.get()) {
                count(pod(kubectl));
            }
        });
    }

    private void count(ProgramOutcome outcome) {
        if (outcome.stderr().contains("MH105")) {
            denied.incrementAndGet();
        } else if (!outcome.succeeded()) {
            withoutVerdict.add(outcome.stderr());
        }
    }

    /// One that every version denies by a rule.
    static ProgramOutcome pod(Kubectl kubectl) {
        return kubectl.runWithInput("""
                apiVersion: v1
                kind: Pod
                metadata: {name: app, namespace: default, annotations: {k8s.v1.cni.cncf.io/networks: elsewhere/blue}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """, "create", "--dry-run=server", "--filename=-");
    }

    int denied() {
        return denied.get();
    }

    /// What kubectl said of each pod that was rejected, and not by a rule.
    List<String> withoutVerdict() {
        return withoutVerdict;
    }

    @Override
    public void close() {
        over.set(true);
        try {
            sender.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
