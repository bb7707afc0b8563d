package dev.multihoming.webhook.http;

import dev.multihoming.webhook.settings.Configuration;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// Before it is ready, the server sends itself made-up reviews the way the API server sends real ones: over TLS and
/// HTTP/2, through both endpoints. Java loads and compiles then what the first requests would else wait for.
///
/// Whatever goes wrong in it, it ends: with the last review, or with its time.
@Singleton
final class WarmUp {
    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    /// Java's first compiler wants 200 calls of a method, the second some thousands of the frequent ones.
    private static final int REVIEWS = 2_000;

    private static final int STREAMS = 4;

    /// The API server calls a webhook by its Service, and says that name in the handshake: Java reads tables of Unicode
    /// at the first one that it hears.
    private static final String SERVER_NAME = "webhook.warm-up.svc";

    /// A self-managed certificate may still be in the making.
    private static final long MILLIS_UNTIL_AGAIN = 200;

    private final Configuration configuration;
    private final WarmUpGate gate;
    private final Vertx vertx;
    private final List<WarmUpReview> reviews = WarmUpReview.all();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger openStreams = new AtomicInteger(STREAMS);
    private volatile boolean over;

    WarmUp(Configuration configuration, WarmUpGate gate, Vertx vertx) {
        this.configuration = configuration;
        this.gate = gate;
        this.vertx = vertx;
    }

    /// Whether it is behind us.
    boolean isOver() {
        return over;
    }

    /// How many reviews were answered.
    int answered() {
        return answered.get();
    }

    void start(@ObservesAsync HttpsServerStart started) {
        long limit = configuration.warmUp().toMillis();
        if (limit <= 0) {
            over = true;
            return;
        }
        HttpClient client = vertx.createHttpClient(toOurselves());
        SocketAddress server = SocketAddress.inetSocketAddress(
                started.options().getPort(), address(started.options().getHost()));
        vertx.setTimer(limit, _ -> over = true);
        for (int i = 0; i < STREAMS; i++) {
            next(client, server);
        }
    }

    /// Who answers is known: it is this process. Its certificate is made for the name of a Service.
    private static HttpClientOptions toOurselves() {
        return new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setTrustAll(true)
                .setVerifyHost(false);
    }

    private static String address(String listening) {
        return listening.equals("0.0.0.0") || listening.equals("::")
                ? InetAddress.getLoopbackAddress().getHostAddress()
                : listening;
    }

    private void next(HttpClient client, SocketAddress server) {
        if (answered.get() >= REVIEWS) {
            over = true;
        }
        if (over) {
            leave(client);
            return;
        }
        WarmUpReview review = reviews.get(sent.getAndIncrement() % reviews.size());
        send(client, server, review).onComplete(answer -> {
            if (answer.succeeded()) {
                answered.incrementAndGet();
                next(client, server);
            } else {
                LOG.debug("A made-up review was not answered", answer.cause());
                vertx.setTimer(MILLIS_UNTIL_AGAIN, _ -> next(client, server));
            }
        });
    }

    private Future<Buffer> send(HttpClient client, SocketAddress server, WarmUpReview review) {
        RequestOptions request = new RequestOptions()
                .setServer(server)
                .setHost(SERVER_NAME)
                .setPort(server.port())
                .setMethod(HttpMethod.POST)
                .setURI(review.path())
                .putHeader("content-type", "application/json")
                .putHeader(WarmUpGate.HEADER, gate.word());
        return client.request(request).compose(open -> open.send(review.body())).compose(HttpClientResponse::body);
    }

    /// The last one closes the door: what is still under way is ours.
    private void leave(HttpClient client) {
        if (openStreams.decrementAndGet() == 0) {
            gate.close();
            client.close();
        }
    }
}
