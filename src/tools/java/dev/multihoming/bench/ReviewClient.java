package dev.multihoming.bench;

import dev.multihoming.webhook.certs.TrustsEverybody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Sends one review again and again, to both endpoints in turn, over one HTTP/2 connection.
public final class ReviewClient implements AutoCloseable {
    private static final long MILLIS_BETWEEN_TRIES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient client;
    private final int port;
    private final byte[] body;

    public ReviewClient(int port, byte[] body) throws GeneralSecurityException {
        // The server is this machine's own, and has just been started.
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsEverybody()}, null);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(tls)
                .build();
        this.port = port;
        this.body = body;
    }

    /// Returns with the first answer.
    void untilAnswered() throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                send("validate");
                return;
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_TRIES);
            }
        }
        throw new IllegalStateException("The webhook never answered");
    }

    /// Latencies in nanoseconds, ascending.
    public long[] measure(int reviews) throws IOException, InterruptedException {
        long[] nanos = new long[reviews];
        for (int i = 0; i < reviews; i++) {
            long began = System.nanoTime();
            send(i % 2 == 0 ? "mutate" : "validate");
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private void send(String endpoint) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/" + endpoint))
                .header("content-type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("The webhook answered with " + status);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
