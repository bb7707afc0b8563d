package dev.multihoming.admission;

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

/// What a request costs before anybody reviews it: the benchmark's yardstick. Off unless configured.
@Singleton
@Path("/bare")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public final class BareResource {
    private static final byte[] ANSWER = """
            {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":"bare","allowed":true}}""".getBytes(StandardCharsets.US_ASCII);

    private final boolean enabled;

    BareResource(Configuration configuration) {
        enabled = configuration.benchmark().bareEndpoint();
    }

    /// As asynchronous as the webhooks, so that the difference is the review alone.
    @POST
    public CompletionStage<RestResponse<byte[]>> answer(@Context RoutingContext exchange) {
        if (!enabled || ReceivedBody.of(exchange).bytes().length == 0) {
            throw new NotFoundException();
        }
        return CompletableFuture.completedStage(RestResponse.ok(ANSWER));
    }
}
