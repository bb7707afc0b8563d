package dev.multihoming.console.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.multihoming.console.pages.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// An HTTP response. All have the same security headers, also errors.
record Answer(int status, String type, String body, Map<String, String> headers) {
    private static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
                            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    static Answer html(String page) {
        return html(200, page);
    }

    static Answer html(int status, String page) {
        return text(status, "text/html; charset=utf-8", page);
    }

    static Answer text(String text) {
        return text(200, "text/plain; charset=utf-8", text);
    }

    static Answer json(String body) {
        return new Answer(200, "application/json", body, Map.of());
    }

    /// @param sentence in English, which is translated where the reader's language has it
    static Answer error(int status, String sentence) {
        return text(status, "text/plain; charset=utf-8", Texts.translated(sentence) + "\n");
    }

    static Answer redirect(String path, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Location", path);
        return new Answer(303, "text/plain; charset=utf-8", "", Map.copyOf(all));
    }

    /// The same, with further headers, which go before the usual ones.
    Answer with(Map<String, String> further) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(further);
        return new Answer(status, type, body, Map.copyOf(all));
    }

    private static Answer text(int status, String type, String text) {
        return new Answer(status, type, text, Map.of());
    }

    void send(HttpExchange exchange) throws IOException {
        Headers to = exchange.getResponseHeaders();
        SECURITY.forEach(to::set);
        headers.forEach(to::set);
        to.set("Content-Type", type);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
