package dev.multihoming.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Takes the body of one answer, up to a bound. The first piece beyond it ends the answer: its connection is
/// closed and the rest stays where it is. Pieces are counted as they arrive, since an answer need not say how
/// long it is.
final class BoundedBody implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final int maxBytes;
    private final List<InputStream> pieces = new ArrayList<>();
    private final CompletableFuture<Integer> size = new CompletableFuture<>();
    private int taken;

    BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// A whole answer.
    ///
    /// @param date as the header says it
    /// @param size of the body in bytes
    /// @param body to be read once; its pieces as they came, since one array of them would need as much again
    record Answer(int code, @Nullable String date, int size, InputStream body) {}

    /// Begins to read the body. The answer, once it is whole; a [BodyTooLargeException] where it has no end
    /// below the bound.
    CompletionStage<Answer> read(HttpResponse<AsyncBody> response) {
        AsyncBody body = response.body();
        var _ = body.done().whenComplete((_, failure) -> {
            if (failure == null) {
                size.complete(taken());
            } else {
                size.completeExceptionally(failure);
            }
        });
        body.consume();
        return size.thenApply(bytes -> new Answer(response.code(), response.header("Date"), bytes, stream()));
    }

    @Override
    public synchronized void consume(List<ByteBuffer> next, AsyncBody body) {
        for (ByteBuffer piece : next) {
            taken += piece.remaining();
            if (taken > maxBytes) {
                pieces.clear();
                // Before the end that `cancel` is.
                size.completeExceptionally(new BodyTooLargeException(maxBytes));
                body.cancel();
                return;
            }
            pieces.add(
                    new ByteArrayInputStream(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining()));
        }
        body.consume();
    }

    private synchronized int taken() {
        return taken;
    }

    private synchronized InputStream stream() {
        return new SequenceInputStream(Collections.enumeration(pieces));
    }
}
