package dev.multihoming.cli.policytest;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.rules.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Why a case went otherwise, rule by rule: sentences for its author.
public final class Why {
    private final CaseResult result;

    private Why(CaseResult result) {
        this.result = result;
    }

    /// One line a rule, and one for each other difference.
    public static List<String> of(CaseResult result) {
        return new Why(result).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!result.isGovernedAsExpected()) {
            lines.add("it is governed by %s".formatted(policy()));
        }
        if (!result.got().isAsked() && result.asked().expected().isAsked()) {
            lines.add("the webhook is not asked about %s: the case would check nothing"
                    .formatted(result.asked().object().title()));
            return lines;
        }
        different().forEach(code -> lines.add(code + " " + name(code) + " " + effect(code)));
        return lines;
    }

    private List<String> different() {
        return Effect.ofFindings().stream()
                .flatMap(effect -> different(
                        result.asked().expected().of(effect), result.got().of(effect)))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> different(Set<String> expected, Set<String> got) {
        return Stream.concat(expected.stream(), got.stream())
                .filter(code -> expected.contains(code) != got.contains(code));
    }

    private String effect(String code) {
        Verdict verdict = result.verdict().orElse(Verdict.NOTHING);
        if (result.got().of(Effect.REPAIRED).contains(code)) {
            return "was repaired on its way in";
        }
        return verdict.exempted().stream()
                .filter(exempted -> is(exempted.finding(), code))
                .findFirst()
                .map(exempted -> "is exempt by %s (%s): %s"
                        .formatted(
                                Quoted.of(exempted.exemption().name()),
                                exempted.exemption().reason(),
                                fact(exempted.finding())))
                .or(() -> found(verdict.denials(), code, "denies"))
                .or(() -> found(verdict.warnings(), code, "warns"))
                .or(() -> found(verdict.audited(), code, "is counted"))
                .orElseGet(() -> nothing(code));
    }

    private Optional<String> found(List<Finding> findings, String code, String what) {
        return findings.stream()
                .filter(finding -> is(finding, code))
                .findFirst()
                .map(finding -> what + ": " + fact(finding) + "; " + policy() + " has it as " + mode(code));
    }

    private String nothing(String code) {
        return result.policy().modes().get(code) == Mode.OFF
                ? "is off: so says " + policy()
                : "found nothing; " + policy() + " has it as " + mode(code);
    }

    private String mode(String code) {
        Mode mode = result.policy().modes().get(code);
        return mode == null ? "unknown" : mode.word();
    }

    private String policy() {
        String name = result.policy().notice().policy();
        return name.isEmpty() ? "the built-in policy" : "the policy " + Quoted.of(name);
    }

    private static boolean is(Finding finding, String code) {
        return finding.card().code().equals(code);
    }

    private static String fact(Finding finding) {
        return finding.violation().location() + ": " + finding.violation().fact();
    }

    private static String name(String code) {
        return RuleBook.cards().stream()
                .filter(card -> card.code().equals(code))
                .findFirst()
                .map(Card::name)
                .orElse("");
    }
}
