package dev.multihoming.cli.policydiff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.UnknownRules;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.rules.RuleBook;
import java.util.List;

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
        UnknownRules.fact(codeOrName).ifPresent(fact -> {
            throw new CannotRun(fact + ".");
        });
        return RuleBook.cards().stream()
                .filter(it -> it.code().equals(codeOrName) || it.name().equals(codeOrName))
                .findFirst()
                .orElseThrow();
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
