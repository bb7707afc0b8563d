package dev.multihoming.core.rules.pods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is asked of the cluster, and what of its answers is told.
class LookupsTest {
    @Test
    void aForeignNetworkIsRefusedUnseenAndInTheSameWords() {
        FakeCluster with = new FakeCluster().with("tenant-b", "x", "bridge");
        PodRequest existing = PodRequest.create("tenant-b/x@foo").in(with);
        PodRequest absent = PodRequest.create("tenant-b/x@foo").in(new FakeCluster());
        assertThat(existing.findings(Phase.VALIDATE)).isEqualTo(absent.findings(Phase.VALIDATE));
        existing.mutations();
        assertThat(with.asked()).isEmpty();
    }

    @Test
    void otherNamespacesAreNotSearchedForSuggestions() {
        FakeCluster cluster =
                new FakeCluster().with("default", "istio-cna", "istio-cni").with("tenant-a", "istio-cn", "x");
        PodRequest request = PodRequest.create("default/istio-cni").in(cluster);
        assertThat(request.codes()).containsExactly("MH107");
        assertThat(cluster.asked()).isNotEmpty().allMatch("default/istio-cni"::equals);
        assertThat(request.findings(Phase.VALIDATE).toString()).doesNotContain("istio-cna");
    }

    @Test
    void theClosestNameOfTheOwnNamespaceIsTold() {
        PodRequest request = PodRequest.create("bont");
        assertThat(request.findings(Phase.VALIDATE))
                .singleElement()
                .extracting(Finding::violation)
                .satisfies(seen -> {
                    assertThat(seen.fact()).isEqualTo("there is no network \"bont\" in namespace \"tenant-a\"");
                    assertThat(seen.remedy()).contains("\"bond\"");
                });
    }

    @Test
    void whatCannotBeLookedUpIsAWarning() {
        FakeCluster cluster = new FakeCluster().unknown("tenant-a", "a");
        PodRequest request = PodRequest.create("a").in(cluster);
        assertThat(request.codes()).containsExactly("MH113");
        assertThat(request.isAdmitted()).isTrue();
    }

    @Test
    void whatWasSelectedBeforeIsNotLookedUpWithoutNeed() {
        PodRequest request = PodRequest.change("a,b", "a,b,c");
        assertThat(request.codes()).isEmpty();
        assertThat(request.cluster().asked()).allMatch("tenant-a/c"::equals);
    }

    @Test
    void aPodWithoutWorkAsksNothing() {
        PodRequest request = PodRequest.create(null);
        assertThat(request.codes()).isEmpty();
        assertThat(PodRequest.create("").codes()).isEqualTo(List.of());
        assertThat(request.cluster().asked()).isEmpty();
    }
}
