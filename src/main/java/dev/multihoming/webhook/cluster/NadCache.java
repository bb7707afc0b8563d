package dev.multihoming.webhook.cluster;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// Summaries of all NADs, kept up to date from `start` to `close`.
interface NadCache extends AutoCloseable {
    /// Returns at once; the stage completes when the first list of all NADs has been read.
    CompletionStage<Void> start();

    Optional<NadSummary> find(NadRef ref);

    Collection<String> names(String namespace);

    /// Whether another namespace has a NAD with that plugin and CNI network name.
    boolean isNetworkElsewhere(String pluginType, String networkName, String namespace);

    /// The networks that are on some part of that segment.
    SegmentNetworks networksOn(Segment segment);

    int size();

    /// Whether changes arrive at this moment.
    boolean isWatching();

    @Override
    void close();
}
