package dev.multihoming.webhook.audit;

import dev.multihoming.core.policy.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What was found about an object last, as far as there is room, to tell a change that matters
/// from the many that do not: the status of a pod changes several times while it starts.
final class RememberedFindings {
    static final int MAX_OBJECTS = 20_000;

    /// By uid. Objects without findings are not in it.
    private final Map<String, Integer> verdicts = new HashMap<>();

    /// Whether anything was found about it, as far as is remembered.
    synchronized boolean has(String uid) {
        return verdicts.containsKey(uid);
    }

    /// Whether it is another verdict than before. Empty is one without findings. Beyond the room nothing is news: the
    /// next full audit reports it.
    synchronized boolean isNews(String uid, Optional<Verdict> verdict) {
        if (verdict.filter(it -> !it.isNothing()).isEmpty()) {
            return verdicts.remove(uid) != null;
        }
        if (verdicts.size() >= MAX_OBJECTS && !verdicts.containsKey(uid)) {
            return false;
        }
        Integer now = verdict.hashCode();
        return !now.equals(verdicts.put(uid, now));
    }
}
