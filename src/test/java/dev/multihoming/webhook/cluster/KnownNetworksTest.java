package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class KnownNetworksTest {
    private static final NadRef NAD = new NadRef("tenant-a", "blue");
    private static final NadSummary SUMMARY = new NadSummary(NAD, "blue", List.of("bridge"));

    private final List<FakeCache> caches = new ArrayList<>();
    private final KnownNetworks networks = new KnownNetworks(() -> {
        caches.add(new FakeCache());
        return caches.getLast();
    });

    @Test
    void atFirstOnlyTheApiServerCanTellAndWeAreNotReady() {
        assertThat(networks.find(NAD)).isEmpty();
        assertThat(networks.isReady()).isFalse();
    }

    @Test
    void withoutTheCrdNobodyCanTellAndWeAreReady() {
        networks.crdMissing();

        assertThat(networks.find(NAD))
                .contains(new Lookup.Unknown("the NetworkAttachmentDefinition CRD is not installed"));
        assertThat(networks.names("tenant-a")).isEmpty();
        assertThat(networks.isReady()).isTrue();
    }

    @Test
    void withTheCrdWeAreReadyWhenTheFirstListIsComplete() {
        networks.crdInstalled();
        assertThat(networks.isReady()).isFalse();

        caches.getLast().firstList.complete(null);
        assertThat(networks.isReady()).isTrue();
        assertThat(networks.find(NAD)).contains(new Lookup.Found(SUMMARY));
    }

    @Test
    void whatTheCacheDoesNotHoldOnlyTheApiServerCanTell() {
        networks.crdInstalled();
        caches.getLast().firstList.complete(null);

        assertThat(networks.find(new NadRef("tenant-a", "new"))).isEmpty();
    }

    @Test
    void whatWeWaitForCanBeRead() {
        assertThat(networks.description()).contains("waiting to hear", "CRD");
        networks.crdInstalled();
        assertThat(networks.description()).contains("waiting for the first list");
        caches.getLast().firstList.complete(null);
        assertThat(networks.description()).isEqualTo("NADs are known");
        networks.crdMissing();
        assertThat(networks.description()).isEqualTo("the CRD is not installed");
    }

    @Test
    void aSecondWordOfTheSameCrdStartsNothing() {
        networks.crdInstalled();
        networks.crdInstalled();

        assertThat(caches).hasSize(1);
    }

    @Test
    void removalOfTheCrdEndsTheCacheAndForgetsItsNads() {
        networks.crdInstalled();
        caches.getLast().firstList.complete(null);
        networks.crdMissing();

        assertThat(caches.getLast().closed).isTrue();
        assertThat(networks.find(NAD)).contains(KnownNetworks.NO_CRD);
        assertThat(networks.size()).isZero();
    }

    @Test
    void aCrdThatComesLaterStartsTheCacheAndWeStayReadyMeanwhile() {
        networks.crdMissing();
        networks.crdInstalled();

        assertThat(networks.isReady()).isTrue();
        assertThat(networks.find(NAD)).contains(new Lookup.Found(SUMMARY));
    }

    private static final class FakeCache implements NadCache {
        final CompletableFuture<Void> firstList = new CompletableFuture<>();
        boolean closed;

        @Override
        public boolean isNetworkElsewhere(String pluginType, String networkName, String namespace) {
            return false;
        }

        @Override
        public CompletionStage<Void> start() {
            return firstList;
        }

        @Override
        public Optional<NadSummary> find(NadRef ref) {
            return ref.equals(NAD) ? Optional.of(SUMMARY) : Optional.empty();
        }

        @Override
        public Collection<String> names(String namespace) {
            return List.of("blue");
        }

        @Override
        public SegmentNetworks networksOn(Segment segment) {
            return SegmentNetworks.NONE;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public boolean isWatching() {
            return !closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
