package dev.multihoming.webhook.http;

import dev.multihoming.webhook.http.Reply.Refused;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One request body on its way in. Everything happens on the connection's event loop.
final class BodyReading {
    /// How long a client that was refused for its slowness may read why, before it is cut off.
    private static final long MILLIS_TO_LISTEN = 500;

    private final RoutingContext exchange;
    private final long maxBytes;
    private final BytesInFlight inFlight;
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private @Nullable Buffer body;
    private boolean isGrown;
    private long taken;
    private long timer;

    BodyReading(RoutingContext exchange, long maxBytes, BytesInFlight inFlight) {
        this.exchange = exchange;
        this.maxBytes = maxBytes;
        this.inFlight = inFlight;
    }

    /// What became of a body.
    sealed interface Result {}

    /// All of it is here.
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared as a record
    record Complete(byte[] bytes) implements Result {}

    /// It is not read any further.
    record Rejected(Refused refusal) implements Result {}

    /// Reads to the end. A client that is still sending when the deadline is over is cut off, answered or not.
    CompletionStage<Result> start(Deadline deadline) {
        HttpServerRequest request = exchange.request();
        timer = exchange.vertx().setTimer(deadline.total().toMillis(), _ -> late(request));
        request.exceptionHandler(_ -> {
            exchange.vertx().cancelTimer(timer);
            giveBack();
        });
        request.endHandler(_ -> {
            exchange.vertx().cancelTimer(timer);
            complete();
        });
        request.handler(this::more);
        judgeDeclared(declaredLength(request));
        request.resume();
        return result;
    }

    /// The body is not needed any more.
    void giveBack() {
        inFlight.giveBack(taken);
        taken = 0;
        body = null;
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

    private void judgeDeclared(long declared) {
        if (declared > maxBytes) {
            refuse(tooLong());
        } else if (!inFlight.hasRoomFor(declared)) {
            refuse(busy());
        }
    }

    /// After a refusal the rest is read and dropped: unread, it would fill the window that all requests of an HTTP/2
    /// connection share.
    private void more(Buffer chunk) {
        if (result.isDone()) {
            return;
        }
        if (taken + chunk.length() > maxBytes) {
            refuse(tooLong());
        } else if (!inFlight.take(chunk.length())) {
            refuse(busy());
        } else {
            taken += chunk.length();
            body = body == null ? chunk : joined(body, chunk);
        }
    }

    /// A body that came in one piece, as nearly all do, is not copied; the piece itself must not grow.
    private Buffer joined(Buffer body, Buffer chunk) {
        Buffer whole = isGrown
                ? body
                : Buffer.buffer(2 * (body.length() + chunk.length())).appendBuffer(body);
        isGrown = true;
        return whole.appendBuffer(chunk);
    }

    private void complete() {
        if (!result.isDone()) {
            result.complete(new Complete(body == null ? new byte[0] : body.getBytes()));
        }
    }

    private void late(HttpServerRequest request) {
        if (!result.isDone()) {
            refuse(new Refused(408, "The request body did not arrive in time."));
            timer = exchange.vertx().setTimer(MILLIS_TO_LISTEN, _ -> late(request));
        } else if (request.version() == HttpVersion.HTTP_2) {
            exchange.response().reset();
        } else {
            request.connection().close();
        }
    }

    private void refuse(Refused refusal) {
        giveBack();
        result.complete(new Rejected(refusal));
    }

    private Refused tooLong() {
        return new Refused(413, "The request body is longer than %d bytes.".formatted(maxBytes));
    }

    private static Refused busy() {
        return new Refused(429, "Too many bytes of requests are being reviewed at this moment; try again.");
    }
}
