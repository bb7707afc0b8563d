package dev.multihoming.admission;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Refusals in words: whoever calls these endpoints by hand reads why.
final class Refusal {
    private static final String TEXT = "text/plain; charset=utf-8";

    private Refusal() {}

    static RestResponse<byte[]> bytes(int status, String sentence) {
        return ResponseBuilder.<byte[]>create(status)
                .entity(sentence.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, TEXT)
                .build();
    }

    /// What the REST layer refuses by itself: method, path and content type.
    @ServerExceptionMapper
    static RestResponse<byte[]> of(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        String sentence = switch (status) {
            case 404 -> "There is nothing here; reviews are posted to /validate and /mutate.";
            case 405 -> "Reviews are sent with POST.";
            case 406 -> "Reviews are answered as application/json.";
            case 415 -> "Reviews are sent as application/json.";
            default -> "The request was refused.";
        };
        return bytes(status, sentence);
    }
}
