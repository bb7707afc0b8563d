package dev.multihoming.webhook.audit;

import dev.multihoming.core.review.Effect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was found in one namespace: everything counted, and the worst of it kept.
public final class NamespaceSummary {
    private final int room;
    private final Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
    private final Map<String, Map<Effect, Integer>> byCode = new TreeMap<>();
    private final List<AuditResult> kept = new ArrayList<>();

    /// What the cluster-scoped report says of them, and the one of the namespace does not.
    private final List<AuditResult> named = new ArrayList<>();

    private int passed;

    /// `room` is how many results are kept.
    NamespaceSummary(int room) {
        this.room = room;
    }

    void passed() {
        passed++;
    }

    void add(AuditResult result) {
        counts.merge(result.effect(), 1, Integer::sum);
        byCode.computeIfAbsent(result.code(), _ -> new EnumMap<>(Effect.class)).merge(result.effect(), 1, Integer::sum);
        kept.add(result);
        // Seldom, and not at every result beyond the room: sorting costs.
        if (kept.size() >= 2 * room) {
            cut();
        }
    }

    void addNamed(AuditResult result) {
        if (named.size() < room) {
            named.add(result);
        }
    }

    /// With the names of other namespaces' networks.
    List<AuditResult> named() {
        return named;
    }

    /// What is in the report is not kept; the counts are.
    void forgetResults() {
        kept.clear();
    }

    /// The worst of them, the worst first.
    public List<AuditResult> worst() {
        cut();
        return List.copyOf(kept);
    }

    /// How many there are beyond [#worst].
    public int leftOut() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - worst().size();
    }

    /// Objects about which nothing was found.
    public int passes() {
        return passed;
    }

    public int count(Effect effect) {
        return counts.getOrDefault(effect, 0);
    }

    /// By the code of the rule.
    public Map<String, Map<Effect, Integer>> byCode() {
        return byCode;
    }

    private void cut() {
        kept.sort(AuditResult.WORST_FIRST);
        if (kept.size() > room) {
            kept.subList(room, kept.size()).clear();
        }
    }
}
