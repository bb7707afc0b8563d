package dev.multihoming.cli.manifest;

import dev.multihoming.cli.manifest.Node.Mapping;
import dev.multihoming.cli.manifest.Node.Scalar;
import dev.multihoming.cli.manifest.Node.Sequence;
import dev.multihoming.core.api.MultiHomingPolicy;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.policy.EffectivePolicy;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.rules.RuleBook;
import dev.multihoming.core.rules.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Rules in a policy or an exemption that do not exist, or that no policy changes. The CRD refuses them, but names no
/// other rule that was probably meant.
public final class UnknownRules {
    /// What such a problem is called, in place of a rule.
    public static final String NAME = "unknown-rule";

    private static final String ALL = "*";

    private UnknownRules() {}

    static List<Problem> in(Manifest manifest) {
        boolean isPolicy = manifest.kind().equals("MultiHomingPolicy");
        if (!manifest.apiVersion().startsWith(MultiHomingPolicy.GROUP + "/")
                || !(manifest.node() instanceof Mapping object)) {
            return List.of();
        }
        return object
                .entry("spec")
                .map(Node.Entry::value)
                .filter(Mapping.class::isInstance)
                .flatMap(spec -> ((Mapping) spec).entry("rules"))
                .stream()
                .flatMap(rules -> names(rules.value()))
                .filter(name -> !(isPolicy && name.text().equals(ALL)))
                .flatMap(name -> fact(name.text()).map(fact -> problem(manifest.source(), name, fact)).stream())
                .toList();
    }

    private static Stream<Scalar> names(Node rules) {
        Stream<Node> named = switch (rules) {
            case Mapping mapping -> mapping.entries().stream().map(Node.Entry::key);
            case Sequence sequence -> sequence.elements().stream();
            case Scalar _ -> Stream.empty();
        };
        return named.filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    private static Problem problem(Source source, Scalar name, String fact) {
        return new Problem(
                Effect.DENIED,
                "",
                NAME,
                fact,
                "the API server refuses the object",
                "Use the code or the name of a rule (docs/rules/index.md)",
                "",
                "",
                new SourceSpan(source, name.start(), name.end()));
    }

    /// What is wrong with it; empty for a rule that policies can name.
    public static Optional<String> fact(String codeOrName) {
        Optional<Card> card = RuleBook.cards().stream()
                .filter(it -> it.code().equals(codeOrName) || it.name().equals(codeOrName))
                .findFirst();
        if (card.isEmpty()) {
            return Optional.of(Quoted.of(codeOrName) + " is not a rule" + closest(codeOrName));
        }
        return card.filter(it -> !EffectivePolicy.isOpen(it))
                .map(it -> it.code() + " always denies or warns; no policy changes that");
    }

    private static String closest(String codeOrName) {
        List<String> names = RuleBook.cards().stream()
                .filter(EffectivePolicy::isOpen)
                .flatMap(card -> Stream.of(card.code(), card.name()))
                .toList();
        return new Suggestions()
                .closest(codeOrName, names)
                .map(name -> "; closest: " + name)
                .orElse("");
    }
}
