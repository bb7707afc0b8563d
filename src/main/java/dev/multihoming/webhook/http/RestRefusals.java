package dev.multihoming.webhook.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What the REST layer refuses by itself: path, method and content type.
public final class RestRefusals {
    private final ReviewMetrics metrics;

    RestRefusals(ReviewMetrics metrics) {
        this.metrics = metrics;
    }

    @ServerExceptionMapper
    public RestResponse<byte[]> inWords(WebApplicationException refused, HttpServerRequest request) {
        // What it sends is dropped: unread, it would fill the window that all requests of an HTTP/2 connection share.
        request.resume();
        int status = refused.getResponse().getStatus();
        metrics.refused(status);
        String sentence = switch (status) {
            case 404 -> "There is nothing here; reviews are posted to /validate and /mutate.";
            case 405 -> "Reviews are sent with POST.";
            case 406 -> "Reviews are answered as application/json.";
            case 415 -> "Reviews are sent as application/json.";
            default -> "The request was refused.";
        };
        return Refusal.of(status, sentence);
    }
}
