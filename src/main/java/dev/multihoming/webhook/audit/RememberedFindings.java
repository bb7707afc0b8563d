package dev.multihoming.webhook.audit;

import dev.multihoming.core.policy.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What was found about an object last, as far as there is room, to tell a change that matters
/// from the many that do not: the status of a pod changes several times while it starts.
final class RememberedFindings {
    /// As many pods as Kubernetes supports in a cluster, and some 65 bytes each.
    static final int MAX_OBJECTS = 150_000;

    private static final int BITS_OF_HASH = 32;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// A hash of the verdict, below the number of the look that met it last; by a hash of the uid, which the API server
    /// makes at random. Objects without findings are not in it.
    private final Map<Long, Long> verdicts = new HashMap<>();

    /// The number of the present look at everything.
    private int look;

    /// Whether anything was found about it, as far as is remembered.
    synchronized boolean has(String uid) {
        return verdicts.containsKey(hash(uid));
    }

    /// Whether it is another verdict than before. Empty is one without findings. Beyond the room nothing is news: the
    /// next full audit reports it.
    synchronized boolean isNews(String uid, Optional<Verdict> verdict) {
        long key = hash(uid);
        if (verdict.filter(it -> !it.isNothing()).isEmpty()) {
            return verdicts.remove(key) != null;
        }
        if (verdicts.size() >= MAX_OBJECTS && !verdicts.containsKey(key)) {
            return false;
        }
        int now = verdict.hashCode();
        Long before = verdicts.put(key, ((long) look << BITS_OF_HASH) | Integer.toUnsignedLong(now));
        return before == null || before.intValue() != now;
    }

    /// A look at everything begins.
    synchronized void beginLook() {
        look++;
    }

    /// It met every object, and so did the watches that went on meanwhile: what was not met is gone. Not all deletions
    /// are heard of.
    synchronized void endLook() {
        verdicts.values().removeIf(it -> (int) (it >>> BITS_OF_HASH) != look);
    }

    /// 64 bits of FNV-1a.
    private static long hash(String uid) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < uid.length(); i++) {
            hash = (hash ^ uid.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
