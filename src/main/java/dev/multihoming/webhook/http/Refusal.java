package dev.multihoming.webhook.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// Refusals in words: a person who calls these endpoints by hand reads why.
final class Refusal {
    private static final String TEXT = "text/plain; charset=utf-8";

    private Refusal() {}

    static RestResponse<byte[]> of(int status, String sentence) {
        return ResponseBuilder.<byte[]>create(status)
                .entity(sentence.getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, TEXT)
                .build();
    }
}
