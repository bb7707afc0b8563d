package dev.multihoming.console.http;

import java.util.HashMap;
import java.util.Map;

/// How many bytes of requests the sessions of a shared console may have in memory at one time, all of them and those of
/// one owner. A text that is read has many times its size.
final class BodyBudget {
    private final long ofAll;
    private final long ofOne;
    private final Map<String, Long> used = new HashMap<>();
    private long sum;

    BodyBudget(long ofAll, long ofOne) {
        this.ofAll = ofAll;
        this.ofOne = ofOne;
    }

    /// Whether the owner may have that many more, which must be given back then.
    synchronized boolean take(String owner, long bytes) {
        long own = used.getOrDefault(owner, 0L) + bytes;
        if (own > ofOne || sum + bytes > ofAll) {
            return false;
        }
        used.put(owner, own);
        sum += bytes;
        return true;
    }

    synchronized void giveBack(String owner, long bytes) {
        used.computeIfPresent(owner, (_, own) -> own == bytes ? null : own - bytes);
        sum -= bytes;
    }
}
