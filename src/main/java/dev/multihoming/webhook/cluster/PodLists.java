package dev.multihoming.webhook.cluster;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.NetworkUsers;
import java.util.concurrent.CompletionStage;

/// One look at the pods of the cluster.
@FunctionalInterface
interface PodLists {
    /// The pods that use that NAD: those of its namespace, or of all. Bounded in time; never fails: what could not be
    /// seen is missing, and the answer says so.
    CompletionStage<NetworkUsers> users(NadRef ref, boolean anywhere);
}
