package dev.multihoming.webhook.http;

import dev.multihoming.webhook.settings.Configuration;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;

/// What a request costs before it is reviewed: the benchmark's yardstick. Off unless configured.
@Singleton
@Path("/bare")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public final class BareResource {
    private static final byte[] ANSWER = """
            {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":"bare","allowed":true}}""".getBytes(StandardCharsets.US_ASCII);

    private final Configuration configuration;
    private final BodyIntake bodies;

    BareResource(Configuration configuration, BodyIntake bodies) {
        this.configuration = configuration;
        this.bodies = bodies;
    }

    /// As asynchronous as the webhooks, so that the difference is the review alone.
    @POST
    public CompletionStage<RestResponse<byte[]>> answer(@Context RoutingContext exchange) {
        if (!configuration.benchmark().bareEndpoint()) {
            throw new NotFoundException();
        }
        Deadline deadline = Deadline.from(System::nanoTime, configuration.deadline(), configuration.lookupTimeout());
        return bodies.read(exchange, deadline, _ -> CompletableFuture.completedStage(new Reply.Reviewed(ANSWER)))
                .thenApply(_ -> RestResponse.ok(ANSWER));
    }
}
