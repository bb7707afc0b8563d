package dev.multihoming.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.multihoming.plane.LocalConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `multihoming console` as its own process, and the requests that its pages send.
final class ConsoleVisit implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TEXT = Pattern.compile("<textarea[^>]*>\n(.*?)</textarea>", Pattern.DOTALL);

    private final LocalConsole console;
    private final URI link;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private ConsoleVisit(LocalConsole console, URI link) {
        this.console = console;
        this.link = link;
    }

    /// Opens its link as a browser would.
    static ConsoleVisit open(Path kubeconfig) {
        LocalConsole console = LocalConsole.on(kubeconfig, kubeconfig.resolveSibling("console.log"));
        ConsoleVisit visit = new ConsoleVisit(console, URI.create(console.link()));
        visit.get(visit.link);
        return visit;
    }

    /// The YAML that a page begins with.
    String textOf(String page) {
        Matcher text = TEXT.matcher(get(link.resolve(page)));
        if (!text.find()) {
            throw new IllegalStateException(page + " has no editor");
        }
        return text.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    /// What typing into a field of the form makes of the text.
    String typed(String text, String field, String value) {
        return post("/api/edit", Map.of("text", text, "field", field, "value", value))
                .path("text")
                .asText();
    }

    /// What the API server would store.
    JsonNode plan(String text) {
        return post("/api/writes/plan", Map.of("text", text));
    }

    JsonNode confirm(JsonNode plan) {
        return post("/api/writes/confirm", Map.of("ticket", plan.path("ticket").asText()));
    }

    private String get(URI uri) {
        return send(HttpRequest.newBuilder(uri).build());
    }

    private JsonNode post(String path, Map<String, String> body) {
        try {
            return JSON.readTree(send(HttpRequest.newBuilder(link.resolve(path))
                    .header("Content-Type", "application/json")
                    .header("Origin", link.getScheme() + "://" + link.getAuthority())
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri().getPath() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        console.close();
    }
}
