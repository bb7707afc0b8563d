package dev.multihoming.cli.policydiff;

import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Mode;
import java.util.List;
import java.util.Map;

/// A namespace that another policy would govern.
///
/// @param from the policy that governs it now; empty for the built-in one
/// @param to the policy that would govern it; likewise
/// @param enforcedAnew codes of the rules that only `to` enforces
/// @param enforcedNoMore codes of the rules that only `from` enforces
record Takeover(String namespace, String from, String to, List<String> enforcedAnew, List<String> enforcedNoMore) {
    Takeover {
        enforcedAnew = List.copyOf(enforcedAnew);
        enforcedNoMore = List.copyOf(enforcedNoMore);
    }

    static Takeover of(String namespace, EffectivePolicy before, EffectivePolicy after) {
        return new Takeover(
                namespace,
                before.notice().policy(),
                after.notice().policy(),
                enforcedOnlyBy(after, before),
                enforcedOnlyBy(before, after));
    }

    private static List<String> enforcedOnlyBy(EffectivePolicy policy, EffectivePolicy other) {
        Map<String, Mode> modes = other.modes();
        return policy.modes().entrySet().stream()
                .filter(rule -> rule.getValue() == Mode.ENFORCE && modes.get(rule.getKey()) != Mode.ENFORCE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The policy that carries `--rule` to other namespaces is not one that a person applies.
    boolean isOfPolicies() {
        return !from.equals(to) && !to.equals(PolicyObjects.CATCH_ALL);
    }
}
