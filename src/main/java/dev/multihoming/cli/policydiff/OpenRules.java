package dev.multihoming.cli.policydiff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.rules.Suggestions;
import java.util.List;
import java.util.stream.Stream;

/// The rules whose mode a policy can set. A policy that misspells one changes nothing, and its diff would say so.
public final class OpenRules {
    private static final String ALL = "*";

    private OpenRules() {}

    /// The rule of that code or name, or all of them for `*`.
    ///
    /// @throws CannotRun where there is none, or no policy can set its mode
    public static List<Card> named(String codeOrName) {
        return codeOrName.equals(ALL)
                ? RuleBook.cards().stream().filter(EffectivePolicy::isOpen).toList()
                : List.of(one(codeOrName));
    }

    private static Card one(String codeOrName) {
        Card card = RuleBook.cards().stream()
                .filter(it -> it.code().equals(codeOrName) || it.name().equals(codeOrName))
                .findFirst()
                .orElseThrow(() -> unknown(codeOrName));
        if (!EffectivePolicy.isOpen(card)) {
            throw new CannotRun("%s always denies or warns; no policy changes that.".formatted(card.code()));
        }
        return card;
    }

    private static CannotRun unknown(String rule) {
        List<String> names = RuleBook.cards().stream()
                .filter(EffectivePolicy::isOpen)
                .flatMap(card -> Stream.of(card.code(), card.name()))
                .toList();
        String closest = new Suggestions()
                .closest(rule, names)
                .map(name -> "; closest: " + name)
                .orElse("");
        return new CannotRun("%s is not a rule%s.".formatted(Quoted.of(rule), closest));
    }

    /// Looks up every rule that a policy or an exemption names.
    ///
    /// @throws CannotRun likewise
    static void check(JsonNode policyOrExemption) {
        JsonNode rules = policyOrExemption.at("/spec/rules");
        if (rules.isArray()) {
            rules.forEach(rule -> one(rule.asText()));
        } else {
            rules.fieldNames().forEachRemaining(OpenRules::named);
        }
    }
}
