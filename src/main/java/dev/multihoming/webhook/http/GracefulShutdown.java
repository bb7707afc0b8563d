package dev.multihoming.webhook.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/// How this server leaves on SIGTERM: no request that it took stays without an answer.
///
/// 1. For the delay (`quarkus.shutdown.delay`) it is not ready, and serves on. Every connection is told to send no more
///    (GOAWAY): those that are there at once, later ones after their first answer. The API server then opens another
///    one, by that time to another replica, and closes the old one itself: a server that closes first may cut off a
///    request that is on its way to it.
/// 2. Then Quarkus closes the socket and lets Vert.x close the connections, each as soon as nothing runs on it.
/// 3. We wait for that ourselves: Vert.x itself would be gone a moment later, and the last answers with it.
@Singleton
final class GracefulShutdown {
    private static final Logger LOG = Logger.getLogger(GracefulShutdown.class);

    /// Before anything that a review needs is stopped.
    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

    private static final int OUTERMOST_FILTER = Integer.MAX_VALUE;

    /// What a client may take to leave that was told to. One that knows no GOAWAY is cut off when it is idle.
    private static final long MILLIS_TO_LEAVE = 3_000;

    /// Longer than a review may take.
    private static final long MILLIS_TO_FINISH = 5_000;

    private static final long NO_ERROR = 0;

    private static final long MILLIS_BETWEEN_LOOKS = 20;

    /// A request that was read a moment before the door closed is counted a moment after.
    private static final int QUIET_LOOKS = 5;

    private final ConcurrentMap<HttpConnection, Guest> guests = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile boolean leaving;

    void accompany(@Observes Filters filters) {
        filters.register(this::accompany, OUTERMOST_FILTER);
    }

    void announce(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
        guests.values().forEach(guest -> guest.eventLoop.runOnContext(_ -> guest.sayGoodbye()));
    }

    /// Vert.x has closed the socket by now, and its connections are about to end.
    void leave(@Observes @Priority(FIRST) ShutdownEvent event) {
        leaving = true;
        try {
            if (awaitQuiet()) {
                LOG.info("All requests are answered");
            } else {
                LOG.warnf("%d requests are not answered yet, and will not be", unanswered.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void accompany(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        HttpConnection connection = request.connection();
        Guest guest = guests.computeIfAbsent(connection, _ -> welcome(exchange));
        unanswered.incrementAndGet();
        boolean isLast = leaving && !guest.knowsGoAway;
        if (isLast) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        // Whatever becomes of it: also a stream that the client resets, and a connection that breaks.
        exchange.addEndHandler(_ -> {
            unanswered.decrementAndGet();
            if (isLast) {
                connection.close();
            } else if (leaving) {
                guest.sayGoodbye();
            }
        });
        exchange.next();
    }

    private Guest welcome(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        HttpConnection connection = request.connection();
        connection.closeHandler(_ -> guests.remove(connection));
        return new Guest(connection, exchange.vertx().getOrCreateContext(), request.version() == HttpVersion.HTTP_2);
    }

    private boolean awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS_TO_FINISH);
        for (int quiet = 0; quiet < QUIET_LOOKS; ) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            quiet = unanswered.get() == 0 && guests.isEmpty() ? quiet + 1 : 0;
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
        return true;
    }

    /// A connection that brought a request. Everything happens on its event loop.
    private static final class Guest {
        private final HttpConnection connection;
        private final Context eventLoop;
        private final boolean knowsGoAway;
        private boolean isTold;

        Guest(HttpConnection connection, Context eventLoop, boolean knowsGoAway) {
            this.connection = connection;
            this.eventLoop = eventLoop;
            this.knowsGoAway = knowsGoAway;
        }

        /// "Send no more" first, and what is on its way is answered (RFC 9113, 6.8). A GOAWAY that names
        /// the last request to be answered makes the client reset those after it, and Netty takes the
        /// reset of a request that it ignored for a breach of the protocol: it hangs up on all of them.
        void sayGoodbye() {
            if (knowsGoAway && !isTold) {
                isTold = true;
                connection.goAway(NO_ERROR, Integer.MAX_VALUE);
                eventLoop.owner().setTimer(MILLIS_TO_LEAVE, _ -> close());
            }
        }

        private void close() {
            connection.shutdown(MILLIS_TO_FINISH, TimeUnit.MILLISECONDS);
        }
    }
}
