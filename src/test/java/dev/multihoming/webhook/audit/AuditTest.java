package dev.multihoming.webhook.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Wording;
import dev.multihoming.webhook.http.EmptyCluster;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditTest extends AuditedCluster {
    @Test
    void breachesAreCountedAndOthersPass() throws IOException {
        there("Pod", BREACH.formatted("bad", "tenant-a"));
        there("Pod", "{metadata: {name: plain, namespace: tenant-a}}");
        there(
                "Pod",
                "{metadata: {name: default-only, namespace: tenant-b, annotations: {k8s.v1.cni.cncf.io/networks: ''}}}");

        AuditSnapshot census = audit().look();

        assertThat(census.objects()).isEqualTo(3);
        assertThat(census.tallies()).containsOnlyKeys("tenant-a", "tenant-b");
        assertThat(tally(census, "tenant-a").count(Effect.DENIED)).isEqualTo(1);
        assertThat(tally(census, "tenant-a").passes()).isZero();
        assertThat(tally(census, "tenant-b").passes()).isEqualTo(1);
    }

    @Test
    void whatTheWebhookNeverSeesIsNotHeldAgainstAnybody() throws IOException {
        ReviewedKind.LEFT_OUT.forEach(namespace -> there("Pod", BREACH.formatted("bad", namespace)));
        there(
                "Pod",
                BREACH.formatted("going", "tenant-a")
                        .replace("name:", "deletionTimestamp: '2026-01-01T00:00:00Z', name:"));

        assertThat(audit().look().tallies()).isEmpty();
    }

    @Test
    void whatAnAuditedObjectMadeOnlyRepeatsIt() throws IOException {
        String template =
                "{metadata: {name: %s, namespace: tenant-a, ownerReferences: [%s]}, spec: {template: {metadata: {annotations: {k8s.v1.cni.cncf.io/networks: 'a@b@c'}}}}}";
        there("Deployment", template.formatted("web", ""));
        there("ReplicaSet", template.formatted("web-1", "{kind: Deployment, controller: true}"));
        // Made by something that is not audited itself.
        there("StatefulSet", template.formatted("db", "{kind: Database, controller: true}"));
        there(
                "Pod",
                BREACH.formatted("web-1-a", "tenant-a")
                        .replace("name:", "ownerReferences: [{kind: ReplicaSet, controller: true}], name:"));

        assertThat(tally(audit().look(), "tenant-a").worst())
                .extracting(result -> result.object().name())
                .contains("web", "db", "web-1-a")
                .doesNotContain("web-1");
    }

    @Test
    void theWorstAreKeptAndTheRestIsCounted() throws IOException {
        IntStream.range(0, 4).forEach(i -> there("Deployment", """
                {metadata: {name: w%d, namespace: tenant-a}, spec: {template: {metadata: {annotations: {k8s.v1.cni.cncf.io/networks: 'a@b@c'}}}}}
                """.formatted(i)));
        IntStream.range(0, 40).forEach(i -> there("Pod", BREACH.formatted("p" + (99 - i), "tenant-a")));

        NamespaceSummary tally = tally(audit().look(), "tenant-a");

        assertThat(tally.worst())
                .extracting(result -> result.object().name())
                .containsExactly("p60", "p61", "p62", "p63", "p64");
        assertThat(tally.count(Effect.DENIED)).isEqualTo(40);
        assertThat(tally.count(Effect.WARNED)).isEqualTo(4);
        assertThat(tally.leftOut()).isEqualTo(39);
        assertThat(AuditReport.of("tenant-a", tally, Set.of())
                        .summary()
                        .path("fail")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void aReportIsTheSameUntilAFindingIsAnother() throws IOException {
        there("Pod", BREACH.formatted("b", "tenant-a"));
        there("Pod", BREACH.formatted("a", "tenant-a"));
        String first = fingerprint();
        objects.values().forEach(Collections::reverse);
        assertThat(fingerprint()).isEqualTo(first);
        objects.values().forEach(List::removeFirst);
        assertThat(fingerprint()).isNotEqualTo(first);
    }

    @Test
    void halfALookIsNone() {
        Audit audit = new Audit(
                (_, _, _) -> {
                    throw new IOException("gone");
                },
                EmptyCluster.existing(_ -> EffectivePolicy.BUILT_IN),
                networks::meeting,
                new Wording(""),
                ROOM);
        assertThatThrownBy(audit::look).isInstanceOf(IOException.class);
    }

    @Test
    void whatMayNotBeReadIsNamed() throws IOException {
        Audit audit = new Audit(
                (kind, _, _) -> kind.isPod() ? Inventory.Coverage.NOT_PERMITTED : Inventory.Coverage.NOT_INSTALLED,
                EmptyCluster.existing(_ -> EffectivePolicy.BUILT_IN),
                networks::meeting,
                new Wording(""),
                ROOM);
        assertThat(audit.look().unread()).containsExactly("Pod");
    }

    /// On two replicas at the same moment: neither review knows of the other network.
    @Test
    void twoNetworksThatWereCreatedAtOneMomentAreFound() throws IOException {
        network("net-of-a", "tenant-a", "10.1.0.0/24");
        assertThat(audit().look().tallies().get("tenant-a"))
                .extracting(NamespaceSummary::passes)
                .isEqualTo(1);
        objects.clear();
        networks.remove(asNetwork("net-of-a", "tenant-a", "10.1.0.0/24"));
        network("net-of-b", "tenant-b", "10.1.0.0/25");
        assertThat(audit().look().tallies().get("tenant-b"))
                .extracting(NamespaceSummary::passes)
                .isEqualTo(1);

        network("net-of-a", "tenant-a", "10.1.0.0/24");
        AuditSnapshot census = audit().look();

        assertFound(census, "tenant-a", "net-of-b", "tenant-b", "10.1.0.0/25");
        assertFound(census, "tenant-b", "net-of-a", "tenant-a", "10.1.0.0/24");
    }

    /// Tenants read the report of their namespace.
    private static void assertFound(AuditSnapshot census, String namespace, String... names) {
        NamespaceSummary tally = tally(census, namespace);
        assertThat(tally.byCode().keySet()).containsExactly("MH249", "MH251");
        assertThat(tally.count(Effect.COUNTED)).isEqualTo(2);
        assertThat(AuditReport.of(namespace, tally, Set.of()).content().toString())
                .contains("br1/150")
                .doesNotContain(names);
    }

    @Test
    void theNumberOfSeriesIsBounded() throws IOException {
        IntStream.range(0, 3 * AuditMetrics.MAX_NAMESPACES).forEach(i -> there("Pod", BREACH.formatted("p", "n" + i)));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AuditMetrics metrics = new AuditMetrics(meters);

        metrics.found(audit().look());

        assertThat(meters.get("multihoming.audit.findings").gauges()).hasSize(AuditMetrics.MAX_NAMESPACES + 1);
        assertThat(meters.get("multihoming.audit.findings")
                        .tags("object_namespace", "other", "code", "MH105", "mode", "enforce")
                        .gauge()
                        .value())
                .isEqualTo(2.0 * AuditMetrics.MAX_NAMESPACES);
        metrics.forget();
        assertThat(meters.find("multihoming.audit.findings").gauges()).isEmpty();
    }

    private String fingerprint() throws IOException {
        return AuditReport.of("tenant-a", tally(audit().look(), "tenant-a"), Set.of())
                .fingerprint();
    }

    private static NamespaceSummary tally(AuditSnapshot census, String namespace) {
        NamespaceSummary tally = census.tallies().get(namespace);
        if (tally == null) {
            throw new AssertionError("nothing was found in " + namespace);
        }
        return tally;
    }
}
