package dev.multihoming.cli.policytest;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The rules that a case names.
final class Rules {
    private Rules() {}

    /// Their codes; each may be a code or a name.
    ///
    /// @throws BadTest for one that there is not: a case about it would check nothing
    static SortedSet<String> codes(Fields fields, List<String> rules) {
        SortedSet<String> codes = new TreeSet<>();
        for (String rule : rules) {
            codes.add(RuleBook.cards().stream()
                    .filter(card -> card.code().equals(rule) || card.name().equals(rule))
                    .findFirst()
                    .map(Card::code)
                    .orElseThrow(() -> fields.bad("names the rule %s, which there is not".formatted(Quoted.of(rule)))));
        }
        return codes;
    }
}
