package dev.multihoming.webhook.http;

import dev.multihoming.webhook.http.Reply.Refused;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/// Reads request bodies: each up to a length, all together up to a number of bytes, none for longer than its deadline.
///
/// Not left to the REST layer, whose own reading knows a limit for one body but none for all of them.
final class BodyIntake {
    private final long maxBytes;
    private final BytesInFlight inFlight;

    BodyIntake(long maxBytes, BytesInFlight inFlight) {
        this.maxBytes = maxBytes;
        this.inFlight = inFlight;
    }

    /// Reads on the event loop, and hands a complete body to `use`. Its bytes count as in flight until `use` is
    /// complete. Never completes where the client is gone.
    CompletionStage<Reply> read(
            RoutingContext exchange, Deadline deadline, Function<byte[], CompletionStage<Reply>> use) {
        BodyReading reading = new BodyReading(exchange, maxBytes, inFlight);
        return reading.start(deadline).thenCompose(read -> switch (read) {
            // As a stage of its own, so that the bytes are given back also where `use` throws.
            case BodyReading.Complete(byte[] bytes) ->
                CompletableFuture.completedStage(bytes).thenCompose(use).whenComplete((_, _) -> reading.giveBack());
            case BodyReading.Rejected(Refused refusal) -> CompletableFuture.completedStage(refusal);
        });
    }
}
