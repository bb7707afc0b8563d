package dev.multihoming.webhook.audit;

import dev.multihoming.core.policy.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was found about an object last, as far as there is room, to tell a change that matters
/// from the many that do not: the status of a pod changes several times while it starts.
final class RememberedFindings {
    static final int MAX_OBJECTS = 20_000;

    /// By uid. Objects without findings are not in it.
    private final Map<String, Integer> verdicts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MAX_OBJECTS;
        }
    };

    /// Whether it is another verdict than before. Empty is one without findings.
    synchronized boolean isNews(String uid, Optional<Verdict> verdict) {
        if (verdict.filter(it -> !it.isNothing()).isEmpty()) {
            return verdicts.remove(uid) != null;
        }
        Integer now = verdict.hashCode();
        return !now.equals(verdicts.put(uid, now));
    }
}
