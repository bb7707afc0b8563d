package dev.multihoming.endurance;

import dev.multihoming.chaos.Answer;
import dev.multihoming.chaos.ApiClient;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.WebhookServer;
import java.util.stream.Stream;

/// A policy that changes all the time, and pods that are judged by it as soon as all replicas know of the change.
final class PolicyChanges {
    static final String NAMESPACE = "governed";
    private static final String PATH =
            "apis/multihoming.dev/v1alpha1/multihomingpolicies/endurance?fieldManager=endurance&force=true";
    private static final int JUDGED = 20;

    /// One that exists, so that nothing but the policy decides.
    private static final String FOREIGN_NETWORK = DirectStream.NAMESPACE + "/blue";

    private final Installation installation;
    private final ApiClient api;
    private final Ledger ledger;
    private final Pace pace;
    private long longestMillis;

    PolicyChanges(Installation installation, Ledger ledger, Pace pace) {
        this.installation = installation;
        this.api = installation.api();
        this.ledger = ledger;
        this.pace = pace;
    }

    void round(int number) throws InterruptedException {
        boolean warns = number % 2 == 0;
        Expected expected = warns ? Expected.admittedWith("MH105") : Expected.denied("MH105");
        ledger.note(
                "policy change",
                Expected.ADMITTED,
                api.send("PATCH", PATH, "application/apply-patch+yaml", "", policy(warns ? "Warn" : "Enforce")));
        long began = System.nanoTime();
        Eventually.holds("all replicas to know the policy", () -> isKnown(expected));
        longestMillis = Math.max(longestMillis, (System.nanoTime() - began) / 1_000_000);
        for (int i = 0; i < JUDGED; i++) {
            String pod = Manifests.pod("app-" + i, FOREIGN_NETWORK);
            Answer answer = api.send("POST", Manifests.pods(NAMESPACE) + "?dryRun=All", pod);
            ledger.note("create pod, after a policy change", expected, answer);
            pace.rest();
        }
    }

    /// The longest that all replicas took to know of a change.
    long longestMillis() {
        return longestMillis;
    }

    private boolean isKnown(Expected expected) {
        return Stream.concat(Stream.of(installation.third()), installation.behindService().stream())
                .filter(WebhookServer::isAlive)
                .allMatch(replica -> isKnown(replica, expected));
    }

    private static boolean isKnown(WebhookServer replica, Expected expected) {
        try (DirectClient client = new DirectClient(replica.port())) {
            Answer answer = client.pod(NAMESPACE, Manifests.pod("app", FOREIGN_NETWORK));
            // One that is about to end takes no connections any more, and gets no requests.
            return answer.isWebhookFailure() || expected.of(answer) == Outcome.RIGHT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String policy(String mode) {
        return """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: endurance}
                spec: {namespaces: [%s], rules: {MH105: %s}}
                """.formatted(NAMESPACE, mode);
    }
}
