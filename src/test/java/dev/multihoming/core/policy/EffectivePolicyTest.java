package dev.multihoming.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.RuleBook;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectivePolicyTest {
    private static final Card WARNS = card("MH227");
    private static final Card DENIES = card("MH105");

    @Test
    void cardsDecideWhereNobodyElseDoes() {
        assertThat(deniedBy(policy(Set.of(), Set.of()))).containsExactly("MH105");
    }

    @Test
    void aRuleCanBeEnforcedOrOnlyWarnByItsCodeOrName() {
        assertThat(deniedBy(policy(Set.of("MH227"), Set.of("cross-namespace-network"))))
                .containsExactly("MH227");
        assertThat(deniedBy(policy(Set.of("network-in-use"), Set.of()))).containsExactly("MH105", "MH227");
    }

    @Test
    void whatNobodyCanMeanIsRefused() {
        assertThatThrownBy(() -> policy(Set.of("MH000"), Set.of())).hasMessage("The rule MH000 is no rule.");
        assertThatThrownBy(() -> policy(Set.of(), Set.of("mh227"))).hasMessage("The rule mh227 is no rule.");
        assertThatThrownBy(() -> policy(Set.of("MH227"), Set.of("MH227")))
                .hasMessage("The rule MH227 is to be enforced and to warn.");
        assertThatThrownBy(() -> policy(Set.of(), Set.of("MH902")))
                .hasMessage("MH902 always denies; no setting changes that.");
    }

    private static EffectivePolicy policy(Set<String> enforced, Set<String> warned) {
        return EffectivePolicy.of(RuleBook.cards(), enforced, warned);
    }

    private static List<String> deniedBy(EffectivePolicy policy) {
        Violation seen = new Violation(Location.of("spec"), "fact", "");
        Verdict verdict =
                policy.judge(List.of(new Finding(DENIES, seen), new Finding(WARNS, seen)), ReviewAttributes.UNKNOWN);
        return verdict.denials().stream().map(finding -> finding.card().code()).toList();
    }

    private static Card card(String code) {
        return RuleBook.cards().stream()
                .filter(card -> card.code().equals(code))
                .filter(card -> card.mode() == (code.equals("MH227") ? Mode.WARN : Mode.ENFORCE))
                .findFirst()
                .orElseThrow();
    }
}
