package dev.multihoming.webhook.http;

import dev.multihoming.core.review.Phase;
import dev.multihoming.webhook.settings.Configuration;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.resteasy.reactive.RestResponse;

/// The two webhooks. Everything runs on the connection's event loop, and nothing blocks it.
@Singleton
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public final class AdmissionResource {
    private static final Reply UNTYPED =
            new Reply.Refused(415, "The request has no content type; send application/json.");

    private final Configuration configuration;
    private final BodyIntake bodies;
    private final ReviewService reviews;
    private final ReviewMetrics metrics;

    AdmissionResource(Configuration configuration, BodyIntake bodies, ReviewService reviews, ReviewMetrics metrics) {
        this.configuration = configuration;
        this.bodies = bodies;
        this.reviews = reviews;
        this.metrics = metrics;
    }

    @POST
    @Path("validate")
    public CompletionStage<RestResponse<byte[]>> validate(@Context RoutingContext exchange) {
        return review(Phase.VALIDATE, exchange).thenApply(this::response);
    }

    @POST
    @Path("mutate")
    public CompletionStage<RestResponse<byte[]>> mutate(@Context RoutingContext exchange) {
        return review(Phase.MUTATE, exchange).thenApply(this::response);
    }

    private CompletionStage<Reply> review(Phase endpoint, RoutingContext exchange) {
        // JAX-RS takes a body without type for one of the right type.
        if (exchange.request().getHeader(HttpHeaders.CONTENT_TYPE) == null) {
            return CompletableFuture.completedStage(UNTYPED);
        }
        Deadline deadline = Deadline.from(System::nanoTime, configuration.deadline(), configuration.lookupTimeout());
        io.vertx.core.Context connection = exchange.vertx().getOrCreateContext();
        Executor eventLoop = task -> connection.runOnContext(_ -> task.run());
        return bodies.read(exchange, deadline, body -> reviews.review(endpoint, body, deadline, eventLoop));
    }

    private RestResponse<byte[]> response(Reply reply) {
        return switch (reply) {
            case Reply.Reviewed(byte[] body) -> RestResponse.ok(body);
            case Reply.Refused(int status, String sentence) -> {
                metrics.refused(status);
                yield Refusal.of(status, sentence);
            }
        };
    }
}
