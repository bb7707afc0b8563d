package dev.multihoming.cluster;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Reads from the API server page by page, so that one page is in memory and never a list. Blocks the calling thread;
/// below fabric8's resource DSL, which would try again for longer than the caller has time.
public final class ApiPages {
    public static final String JSON = "application/json";

    /// Of pods and their like, which are large, what stands on their label.
    public static final String METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TOKEN = "/metadata/continue";

    /// Whatever time there is for a whole list: a request that takes longer is lost.
    private static final long ONE_REQUEST_MILLIS = 60_000;

    private final HttpClient http;
    private final String root;
    private final Duration pause;

    /// Without a pause.
    public ApiPages(KubernetesClient client) {
        this(client, Duration.ZERO);
    }

    /// With a pause between one page and the next.
    public ApiPages(KubernetesClient client, Duration pause) {
        this.pause = pause;
        this.http = withoutRetries(client);
        this.root = client.getMasterUrl().toString();
    }

    /// The client's own would try again for longer than a caller here has time.
    static HttpClient withoutRetries(KubernetesClient client) {
        return client.getHttpClient()
                .newBuilder()
                .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
                .build();
    }

    /// Every object of a list, as long as there is time.
    ///
    /// @param path below the server's address, without `/` at its start; with or without a query
    /// @param page how many objects one answer holds
    /// @param end of [System#nanoTime]
    /// @throws IOException when not all could be read, after those that could
    public void list(String path, String accept, int page, long end, Consumer<JsonNode> each) throws IOException {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=" + page;
        String token = "";
        do {
            String next = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            token = page(first + next, accept, end, each);
            pause(token);
        } while (!token.isEmpty());
    }

    /// The token that the next page is asked for with; empty after the last.
    private String page(String path, String accept, long end, Consumer<JsonNode> each) throws IOException {
        try {
            return items(body(path, accept, end), each);
        } catch (ApiStatusException e) {
            // Tokens end after some minutes. The Status brings one that goes on from the same name, in the present.
            String goOn = e.code() == HttpURLConnection.HTTP_GONE
                    ? MAPPER.readTree(e.body()).at(TOKEN).asText()
                    : "";
            if (goOn.isEmpty()) {
                throw e;
            }
            return goOn;
        }
    }

    /// One object of the page at a time: as a tree a page is many times its text.
    private static String items(byte[] list, Consumer<JsonNode> each) throws IOException {
        String token = "";
        try (JsonParser parser = MAPPER.createParser(list)) {
            parser.nextToken();
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (key.equals("items") && value == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        each.accept(MAPPER.readTree(parser));
                    }
                } else if (key.equals("metadata")) {
                    token = MAPPER.<JsonNode>readTree(parser).path("continue").asText();
                } else {
                    parser.skipChildren();
                }
            }
        }
        return token;
    }

    private void pause(String token) throws InterruptedIOException {
        try {
            if (!token.isEmpty()) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /// What the API server's clock says, to the second: by it certificates are verified.
    public Instant time(long end) throws IOException {
        HttpResponse<byte[]> response = response("version", JSON, end);
        String date = response.header("Date");
        if (date == null) {
            throw new IOException("the API server does not tell the time");
        }
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }

    /// One object.
    public JsonNode get(String path, String accept, long end) throws IOException {
        return MAPPER.readTree(body(path, accept, end));
    }

    private byte[] body(String path, String accept, long end) throws IOException {
        HttpResponse<byte[]> response = response(path, accept, end);
        if (response.code() != HttpURLConnection.HTTP_OK) {
            throw new ApiStatusException(response.code(), response.body());
        }
        return response.body();
    }

    private HttpResponse<byte[]> response(String path, String accept, long end) throws IOException {
        long left = Math.clamp(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()), 1, ONE_REQUEST_MILLIS);
        var request = http.newHttpRequestBuilder()
                .uri(root + path)
                .header("Accept", accept)
                .timeout(left, TimeUnit.MILLISECONDS)
                .build();
        try {
            return http.sendAsync(request, byte[].class).get(left, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the API server did not answer", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
