package dev.multihoming.webhook.lookup;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NetworkUsers;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Where reviews learn which NADs exist. Thread-safe.
public interface NetworkDirectory {
    /// What is known now, without waiting. Empty where only the API server can tell.
    Optional<Lookup> known(NadRef ref);

    /// What is known now, without a request: absent where changes of NADs arrive and none told of it.
    default Lookup lastKnown(NadRef ref) {
        return known(ref).orElse(new Lookup.Unknown("it is not known yet"));
    }

    /// Asks the API server, bounded in time and rate; concurrent questions for one NAD share one request.
    /// Never fails:
    /// trouble is [Lookup.Unknown]. Completes on a thread that must not be blocked.
    CompletionStage<Lookup> ask(NadRef ref);

    /// The names of the known NADs of a namespace, for suggestions.
    Collection<String> names(String namespace);

    /// Whether another namespace has a NAD with that plugin and CNI network name, as far as is known.
    boolean isNetworkElsewhere(String pluginType, String networkName, String namespace);

    /// The known networks that are on some part of that segment.
    default SegmentNetworks networksOn(Segment segment) {
        return SegmentNetworks.NONE;
    }

    /// Looks which pods use that NAD at this moment: those of its namespace, or of all. Bounded and never failing like
    /// [#ask].
    CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere);

    /// What was last seen of nodes and NetworkPolicies, without waiting.
    ClusterFacts facts();

    /// The labels of a namespace, without waiting; empty where only the API server can tell.
    default Optional<Map<String, String>> namespaceLabels(String namespace) {
        return Optional.empty();
    }

    /// Asks the API server for them; empty where it does not tell. Bounded and never failing like [#ask].
    default CompletionStage<Optional<Map<String, String>>> askNamespaceLabels(String namespace) {
        return CompletableFuture.completedStage(Optional.empty());
    }
}
