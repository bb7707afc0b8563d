package dev.multihoming.webhook.leader;

import io.fabric8.kubernetes.client.Watch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The watches that are open, one a key. A watch can end while it is being opened, and one that
/// ended does not count as open.
final class OpenWatches<K> implements AutoCloseable {
    private final Map<K, Entry> open = new ConcurrentHashMap<>();

    /// Distinct for each watch: one that ends late must not end its successor.
    private static final class Entry {
        private @Nullable Watch watch;
        private boolean isClosed;

        synchronized void opened(Watch now) {
            watch = now;
            if (isClosed) {
                now.close();
            }
        }

        synchronized void close() {
            isClosed = true;
            if (watch != null) {
                watch.close();
            }
        }
    }

    boolean has(K key) {
        return open.containsKey(key);
    }

    /// Opens a watch under a key that has none.
    ///
    /// @param opener opens it, and has what is given to it run when it ends
    void open(K key, Function<Runnable, Watch> opener) {
        Entry entry = new Entry();
        // Before it is opened: an end that came first would be forgotten.
        open.put(key, entry);
        try {
            entry.opened(opener.apply(() -> open.remove(key, entry)));
        } catch (RuntimeException e) {
            open.remove(key, entry);
            throw e;
        }
    }

    /// Closes all. More can be opened later.
    @Override
    public void close() {
        open.forEach((key, entry) -> {
            open.remove(key, entry);
            entry.close();
        });
    }
}
