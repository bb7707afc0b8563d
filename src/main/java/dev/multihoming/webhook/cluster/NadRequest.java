package dev.multihoming.webhook.cluster;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Lookup;
import java.util.concurrent.CompletionStage;

/// One GET of one NAD.
@FunctionalInterface
interface NadRequest {
    /// Bounded in time; never fails: trouble is [Lookup.Unknown].
    CompletionStage<Lookup> get(NadRef ref);
}
