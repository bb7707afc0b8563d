package dev.multihoming.policy;

import dev.multihoming.review.Card;
import dev.multihoming.review.Finding;
import dev.multihoming.review.Mode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The policy that governs one request: for every rule what becomes of its findings.
public final class EffectivePolicy {
    /// Every rule in the mode its card states.
    public static final EffectivePolicy BUILT_IN = new EffectivePolicy(Map.of());

    /// The codes of our own failures: nobody may admit what was not judged.
    private static final String OUR_FAILURES = "MH9";

    private final Map<String, Mode> modes;

    private EffectivePolicy(Map<String, Mode> modes) {
        this.modes = Map.copyOf(modes);
    }

    /// With other modes for some rules, each by its code or its name.
    ///
    /// @throws IllegalArgumentException with a sentence for whoever configured it: an unknown rule, one of our own
    ///     failures, or one in both sets
    public static EffectivePolicy of(List<Card> known, Set<String> enforced, Set<String> warned) {
        Map<String, Mode> modes = known.stream()
                .filter(card -> isNamed(card, enforced) || isNamed(card, warned))
                .collect(Collectors.toMap(Card::code, card -> isNamed(card, enforced) ? Mode.ENFORCE : Mode.WARN));
        refuse(enforced, rule -> known.stream().noneMatch(card -> is(card, rule)), "is no rule");
        refuse(warned, rule -> known.stream().noneMatch(card -> is(card, rule)), "is no rule");
        refuse(warned, rule -> enforced.contains(rule), "is to be enforced and to warn");
        modes.keySet().stream().filter(code -> code.startsWith(OUR_FAILURES)).forEach(code -> {
            throw new IllegalArgumentException(code + " stands for a failure of the webhook, and always denies.");
        });
        return new EffectivePolicy(modes);
    }

    public Verdict judge(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Verdict.NOTHING;
        }
        Map<Mode, List<Finding>> byMode = findings.stream().collect(Collectors.groupingBy(f -> mode(f.card())));
        return new Verdict(byMode.getOrDefault(Mode.ENFORCE, List.of()), byMode.getOrDefault(Mode.WARN, List.of()));
    }

    private Mode mode(Card card) {
        return modes.getOrDefault(card.code(), card.mode());
    }

    private static boolean isNamed(Card card, Set<String> rules) {
        return rules.contains(card.code()) || rules.contains(card.name());
    }

    private static boolean is(Card card, String rule) {
        return card.code().equals(rule) || card.name().equals(rule);
    }

    private static void refuse(Set<String> rules, Predicate<String> is, String why) {
        rules.stream().filter(is).sorted().findFirst().ifPresent(rule -> {
            throw new IllegalArgumentException("The rule " + rule + " " + why + ".");
        });
    }
}
