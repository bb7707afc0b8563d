package dev.multihoming.endurance;

import dev.multihoming.chaos.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Reviews at an even pace, one after the other, of the replica that is watched: their latencies are its
/// latency. A new connection each minute.
final class DirectStream {
    static final String NAMESPACE = "direct";
    private static final int REVIEWS_OF_A_CONNECTION = 1_200;

    private final Installation installation;
    private final Ledger ledger;
    private final Pace pace;
    private List<Double> latencies = new ArrayList<>();

    DirectStream(Installation installation, Ledger ledger, Pace pace) {
        this.installation = installation;
        this.ledger = ledger;
        this.pace = pace;
    }

    /// As many as one connection is used for.
    void round() throws InterruptedException {
        try (DirectClient client = new DirectClient(installation.third().port())) {
            for (int i = 0;
                    i < REVIEWS_OF_A_CONNECTION && !Thread.currentThread().isInterrupted();
                    i++) {
                boolean legal = i % 2 == 0;
                String pod = Manifests.pod("app-" + i, legal ? "blue" : "elsewhere/blue");
                long began = System.nanoTime();
                Answer answer = client.pod(NAMESPACE, pod);
                add((System.nanoTime() - began) / 1e6);
                ledger.note(
                        legal ? "direct review" : "direct review, illegal",
                        legal ? Expected.ADMITTED : Expected.denied("MH105"),
                        answer);
                pace.rest();
            }
        }
    }

    private synchronized void add(double millis) {
        latencies.add(millis);
    }

    /// Those since the last call, ascending.
    synchronized List<Double> taken() {
        List<Double> taken = latencies;
        latencies = new ArrayList<>();
        Collections.sort(taken);
        return taken;
    }
}
