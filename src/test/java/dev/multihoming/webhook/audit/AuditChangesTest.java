package dev.multihoming.webhook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.admission.ReviewedKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AuditChangesTest extends AuditedCluster {
    @Test
    void theReportOfTheClusterNamesThem() throws IOException {
        network("net-of-a", "tenant-a", "10.1.0.0/24");
        assertThat(audit().look().clusterReport()).isEmpty();
        network("net-of-b", "tenant-b", "10.1.0.0/25");

        AuditReport report = audit().look().clusterReport().orElseThrow();

        assertThat(report.isOfCluster()).isTrue();
        assertThat(report.content().has("scope")).isFalse();
        assertThat(report.summary().path("fail").asInt()).isEqualTo(4);
        assertThat(report.results().findValuesAsText("message"))
                .contains(
                        "MH249 shared-segment: tenant-a/net-of-a (10.1.0.0/24) on bridge br1, VLAN 150 shares it with"
                                + " tenant-b/net-of-b (10.1.0.0/25)",
                        "MH251 overlapping-ranges-elsewhere: tenant-b/net-of-b (10.1.0.0/25) on bridge br1, VLAN 150 may"
                                + " assign addresses that these networks assign too: tenant-a/net-of-a (10.1.0.0/24)");
    }

    @Test
    void aLaterLookAtANamespaceReplacesWhatWasFoundThere() throws IOException {
        there("Pod", BREACH.formatted("bad", "tenant-a"));
        there("Pod", BREACH.formatted("bad", "tenant-b"));
        Audit audit = audit();
        AuditSnapshot census = audit.look();
        objects.clear();

        census.replace("tenant-a", audit.look("tenant-a"));

        assertThat(census.tallies()).containsOnlyKeys("tenant-b");
    }

    @Test
    void onlyAnotherFindingIsAReasonToLookAgain() throws IOException {
        ReviewedKind pods =
                Audit.KINDS.stream().filter(ReviewedKind::isPod).findFirst().orElseThrow();
        String known = BREACH.replace("{name", "{uid: '1', name").formatted("bad", "tenant-a");
        there("Pod", known);
        Audit audit = audit();
        assertThat(audit.look().objects()).isEqualTo(1);

        assertThat(audit.changed(pods, json(known), false)).isEmpty();
        String other = BREACH.replace("{name", "{uid: '2', name").formatted("new", "tenant-b");
        assertThat(audit.changed(pods, json(other), false)).contains("tenant-b");
        assertThat(audit.changed(pods, json(other.replace("spec: {}", "spec: {}, status: {phase: Running}")), false))
                .isEmpty();
        assertThat(audit.changed(pods, json(other), true)).contains("tenant-b");
        assertThat(audit.changed(pods, json("{metadata: {uid: '3', name: plain, namespace: tenant-a}}"), false))
                .isEmpty();
        // Mended.
        assertThat(audit.changed(pods, json(known.replace("other/blue", "''")), false))
                .contains("tenant-a");
    }
}
