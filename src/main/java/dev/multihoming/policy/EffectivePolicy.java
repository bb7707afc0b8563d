package dev.multihoming.policy;

import dev.multihoming.review.Card;
import dev.multihoming.review.Finding;
import dev.multihoming.review.Mode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The policy that governs one request: for every rule what becomes of its findings.
public final class EffectivePolicy {
    /// Every rule in the mode its card states.
    public static final EffectivePolicy BUILT_IN = new EffectivePolicy();

    private EffectivePolicy() {}

    public Verdict judge(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Verdict(List.of(), List.of());
        }
        Map<Mode, List<Finding>> byMode = findings.stream().collect(Collectors.groupingBy(f -> mode(f.card())));
        return new Verdict(byMode.getOrDefault(Mode.ENFORCE, List.of()), byMode.getOrDefault(Mode.WARN, List.of()));
    }

    private static Mode mode(Card card) {
        return card.mode();
    }
}
