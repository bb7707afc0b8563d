package dev.multihoming.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Reads from the API server page by page, so that one page is in memory and never a list. How many bytes a
/// page has is not for those to say who store the objects: one that has more than [#MAX_BYTES] is not read
/// on, and asked for again in smaller pages. Blocks the calling thread; below fabric8's resource DSL, which
/// would try again for longer than the caller has time.
public final class ApiPages {
    public static final String JSON = "application/json";

    /// Of pods and their like, which are large, what stands on their label.
    public static final String METADATA_ONLY = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    /// Of one answer: ten times the largest object that etcd takes. Four of them may be in memory at once,
    /// one each of the audit and of the looks at nodes, and two of those at pods.
    static final int MAX_BYTES = 16 << 20;

    private static final ObjectMapper MAPPER = ClusterJson.mapper();
    private static final String TOKEN = "/metadata/continue";

    /// Whatever time there is for a whole list: a request that takes longer is lost.
    private static final long ONE_REQUEST_MILLIS = 60_000;

    private final HttpClient http;
    private final String root;
    private final Duration pause;
    private final int maxBytes;

    /// Without a pause.
    public ApiPages(KubernetesClient client) {
        this(client, Duration.ZERO);
    }

    /// With a pause between one page and the next.
    public ApiPages(KubernetesClient client, Duration pause) {
        this(client, pause, MAX_BYTES);
    }

    /// With answers of at most so many bytes.
    ApiPages(KubernetesClient client, Duration pause, int maxBytes) {
        this.pause = pause;
        this.maxBytes = maxBytes;
        this.http = withoutRetries(client);
        this.root = client.getMasterUrl().toString();
    }

    /// The client's own would try again for longer than a caller here has time.
    public static HttpClient withoutRetries(KubernetesClient client) {
        return client.getHttpClient()
                .newBuilder()
                .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
                .build();
    }

    /// Every object of a list, as long as there is time.
    ///
    /// @param path below the server's address, without `/` at its start; with or without a query
    /// @param page how many objects one answer holds at most
    /// @param end of [System#nanoTime]
    /// @throws IOException when not all could be read, after those that could
    public void list(String path, String accept, int page, long end, Consumer<JsonNode> each) throws IOException {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=";
        PageLimit limit = new PageLimit(page, maxBytes);
        String token = "";
        do {
            String next = token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            token = page(() -> answer(first + limit.now() + next, accept, end), limit, each);
            if (!token.isEmpty()) {
                pause();
            }
        } while (!token.isEmpty());
    }

    /// The answer to a question that may be asked again.
    private interface Question {
        BoundedBody.Answer ask() throws IOException;
    }

    /// The token that the next page is asked for with; empty after the last.
    private String page(Question question, PageLimit limit, Consumer<JsonNode> each) throws IOException {
        try {
            BoundedBody.Answer answer = fitting(question, limit);
            limit.fitted(answer.size());
            return items(answer.body(), each);
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

    /// No part of an answer that is too large was handed on: the same position may be asked for again.
    private BoundedBody.Answer fitting(Question question, PageLimit limit) throws IOException {
        while (true) {
            try {
                return question.ask();
            } catch (BodyTooLargeException e) {
                if (!limit.shrink()) {
                    throw e;
                }
                pause();
            }
        }
    }

    /// One object of the page at a time: as a tree a page is many times its text.
    private static String items(InputStream list, Consumer<JsonNode> each) throws IOException {
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

    private void pause() throws InterruptedIOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /// What the API server's clock says, to the second: by it certificates are verified.
    public Instant time(long end) throws IOException {
        String date = answer("version", JSON, end).date();
        if (date == null) {
            throw new IOException("the API server does not tell the time");
        }
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }

    /// One object.
    public JsonNode get(String path, String accept, long end) throws IOException {
        return MAPPER.readTree(answer(path, accept, end).body());
    }

    private BoundedBody.Answer answer(String path, String accept, long end) throws IOException {
        BoundedBody.Answer answer = anyAnswer(path, accept, end);
        if (answer.code() != HttpURLConnection.HTTP_OK) {
            throw new ApiStatusException(answer.code(), answer.body().readAllBytes());
        }
        return answer;
    }

    private BoundedBody.Answer anyAnswer(String path, String accept, long end) throws IOException {
        long left = Math.clamp(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()), 1, ONE_REQUEST_MILLIS);
        BoundedBody body = new BoundedBody(maxBytes);
        CompletableFuture<HttpResponse<AsyncBody>> response = http.consumeBytes(request(path, accept, left), body);
        try {
            return response.thenCompose(body::read).get(left, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BodyTooLargeException tooLarge
                    ? tooLarge
                    : new IOException("the API server did not answer", e);
        } catch (TimeoutException e) {
            abandon(response);
            throw new IOException("the API server did not answer", e);
        } catch (InterruptedException _) {
            abandon(response);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private HttpRequest request(String path, String accept, long millis) {
        return http.newHttpRequestBuilder()
                .uri(root + path)
                .header("Accept", accept)
                .timeout(millis, TimeUnit.MILLISECONDS)
                .build();
    }

    /// No caller waits for it any more, so it must not fill memory, either.
    private static void abandon(CompletableFuture<HttpResponse<AsyncBody>> response) {
        var _ = response.thenAccept(begun -> begun.body().cancel());
    }
}
