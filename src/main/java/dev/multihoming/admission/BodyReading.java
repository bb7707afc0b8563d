package dev.multihoming.admission;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// One request body on its way in. Everything happens on the connection's event loop.
final class BodyReading {
    private final RoutingContext exchange;
    private final long maxBytes;
    private final BytesInFlight inFlight;
    private final ReviewMetrics metrics;
    private @Nullable Buffer body;
    private long taken;
    private boolean grown;
    private boolean over;

    BodyReading(RoutingContext exchange, long maxBytes, BytesInFlight inFlight, ReviewMetrics metrics) {
        this.exchange = exchange;
        this.maxBytes = maxBytes;
        this.inFlight = inFlight;
        this.metrics = metrics;
    }

    /// Reads to the end, then lets the exchange go on with a [ReceivedBody].
    void start(Deadline deadline) {
        HttpServerRequest request = exchange.request();
        // Answered or broken off: the bytes are held until then and not longer.
        exchange.addEndHandler(_ -> giveBack());
        long timer = exchange.vertx().setTimer(deadline.total().toMillis(), _ -> late());
        request.exceptionHandler(_ -> exchange.vertx().cancelTimer(timer));
        request.endHandler(_ -> {
            exchange.vertx().cancelTimer(timer);
            complete(deadline);
        });
        request.handler(this::more);
        judgeDeclared(declaredLength(request));
    }

    private void judgeDeclared(long declared) {
        if (declared > maxBytes) {
            refuse(413, tooLong());
        } else if (!inFlight.hasRoomFor(declared)) {
            refuse(429, busy());
        }
    }

    /// 0 where the length is only known when all is read.
    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// After a refusal the rest is read and dropped: unread, it would fill the window that all requests of an HTTP/2
    /// connection share.
    private void more(Buffer chunk) {
        if (over) {
            return;
        }
        if (taken + chunk.length() > maxBytes) {
            refuse(413, tooLong());
        } else if (!inFlight.take(chunk.length())) {
            refuse(429, busy());
        } else {
            taken += chunk.length();
            body = body == null ? chunk : joined(body, chunk);
        }
    }

    /// A body that came in one piece, as nearly all do, is not copied; the piece itself must not grow.
    private Buffer joined(Buffer body, Buffer chunk) {
        Buffer whole = grown
                ? body
                : Buffer.buffer(2 * (body.length() + chunk.length())).appendBuffer(body);
        grown = true;
        return whole.appendBuffer(chunk);
    }

    private void complete(Deadline deadline) {
        if (!over) {
            over = true;
            byte[] bytes = body == null ? new byte[0] : body.getBytes();
            body = null;
            new ReceivedBody(bytes, deadline).putInto(exchange);
            exchange.next();
        }
    }

    private void late() {
        if (!over) {
            refuse(408, "The request body did not arrive in time.");
        }
        exchange.response().reset();
    }

    private void refuse(int status, String sentence) {
        over = true;
        body = null;
        metrics.refused(status);
        HttpServerResponse response = exchange.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(status)
                    .putHeader(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end(sentence);
        }
    }

    private void giveBack() {
        over = true;
        inFlight.giveBack(taken);
        taken = 0;
    }

    private String tooLong() {
        return "The request body is longer than %d bytes.".formatted(maxBytes);
    }

    private static String busy() {
        return "Too many bytes of requests are being reviewed at this moment; try again.";
    }
}
