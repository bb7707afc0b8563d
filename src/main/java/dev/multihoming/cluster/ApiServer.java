package dev.multihoming.cluster;

import dev.multihoming.multus.NadRef;
import dev.multihoming.review.Lookup;
import java.util.concurrent.CompletionStage;

/// One GET of one NAD.
@FunctionalInterface
interface ApiServer {
    /// Bounded in time; never fails: trouble is [Lookup.Unknown].
    CompletionStage<Lookup> get(NadRef ref);
}
