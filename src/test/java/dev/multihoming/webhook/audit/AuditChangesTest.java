package dev.multihoming.webhook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.policy.PolicyNotice;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.ReviewFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditChangesTest extends AuditedCluster {
    private static final Optional<Verdict> DENIED = Optional.of(
            new Verdict(List.of(ReviewFailed.finding()), List.of(), List.of(), List.of(), PolicyNotice.BUILT_IN));

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

    /// As many networks as it has room for, each with long names.
    @Test
    void theReportOfTheClusterFitsIntoEtcd() throws IOException {
        String name = "n".repeat(240);
        IntStream.range(0, 260).forEach(i -> network(name + i, "t".repeat(60) + i, "10.1.0.0/24"));

        AuditReport report = audit().look().clusterReport().orElseThrow();

        int bytes = report.content().toString().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isLessThan(1_300_000).isGreaterThan(AuditReport.MAX_BYTES / 2);
        assertThat(report.leftOut() + report.results().size()).isEqualTo(520);
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

    @Test
    void podsWithoutNetworksNeedNoLook() throws IOException {
        there("Pod", BREACH.replace("{name", "{uid: '1', name").formatted("bad", "tenant-a"));
        Audit audit = audit();
        assertThat(audit.look().objects()).isEqualTo(1);

        assertThat(audit.mayConcern("2", null)).isFalse();
        assertThat(audit.mayConcern("2", Map.of("k8s.v1.cni.cncf.io/network-status", "[]")))
                .isFalse();
        assertThat(audit.mayConcern("2", Map.of("k8s.v1.cni.cncf.io/networks", "blue")))
                .isTrue();
        assertThat(audit.mayConcern("2", Map.of("v1.multus-cni.io/default-network", "blue")))
                .isTrue();
        // Its annotation was removed.
        assertThat(audit.mayConcern("1", Map.of())).isTrue();
    }

    /// Of some deletions the API server does not tell: those during a broken watch.
    @Test
    void whatALookDoesNotMeetIsForgotten() throws IOException {
        String gone = BREACH.replace("{name", "{uid: '1', name").formatted("gone", "tenant-a");
        String there = BREACH.replace("{name", "{uid: '2', name").formatted("there", "tenant-a");
        there("Pod", gone);
        there("Pod", there);
        Audit audit = audit();
        assertThat(audit.look().objects()).isEqualTo(2);
        objects.clear();
        there("Pod", there);

        assertThat(audit.look().objects()).isEqualTo(1);

        assertThat(audit.mayConcern("1", Map.of())).isFalse();
        assertThat(audit.mayConcern("2", Map.of())).isTrue();
    }

    @Test
    void whatChangesDuringALookIsNotForgotten() {
        RememberedFindings remembered = new RememberedFindings();
        remembered.beginLook();
        assertThat(remembered.isNews("new", DENIED)).isTrue();
        remembered.endLook();

        assertThat(remembered.has("new")).isTrue();
        assertThat(remembered.isNews("new", DENIED)).isFalse();
    }

    @Test
    void beyondTheRoomNothingIsNewsAndNothingIsForgotten() {
        RememberedFindings remembered = new RememberedFindings();
        for (int i = 0; i < RememberedFindings.MAX_OBJECTS; i++) {
            assertThat(remembered.isNews("old-" + i, DENIED)).isTrue();
        }

        assertThat(remembered.isNews("new", DENIED)).isFalse();
        assertThat(remembered.isNews("old-0", DENIED)).isFalse();
        assertThat(remembered.isNews("old-0", Optional.empty())).isTrue();
        assertThat(remembered.isNews("new", DENIED)).isTrue();
    }
}
