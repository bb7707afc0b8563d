package dev.multihoming.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.explain.Explanation.RuleAnswer;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.policy.Verdict.Exempted;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.RuleMutation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Turns a judgement into answers.
public final class Explainer {
    private final NetworkConfig.Source networks;

    /// `networks` tells what the networks are that the objects are on.
    public Explainer(NetworkConfig.Source networks) {
        this.networks = networks;
    }

    public Explanation explain(ManifestVerdict judgement) {
        Manifest manifest = judgement.manifest();
        JsonNode described = judgement.creation().map(Creation::asPods).orElse(manifest.object());
        List<RuleAnswer> answers = judgement.creation().map(Explainer::answers).orElse(List.of());
        SortedMap<String, Mode> modes = judgement.policy().modes();
        List<Card> looking = judgement.creation().isPresent() ? LookingRules.at(manifest) : List.of();
        Set<Card> answered = answers.stream().map(RuleAnswer::card).collect(Collectors.toSet());
        return new Explanation(
                judgement,
                new ObjectInterfaces(judgement.policy().settings(), networks).of(described, manifest.namespace()),
                answers,
                looking.stream()
                        .filter(card -> !answered.contains(card) && modes.get(card.code()) != Mode.OFF)
                        .toList(),
                looking.stream()
                        .filter(card -> modes.get(card.code()) == Mode.OFF)
                        .toList());
    }

    private static List<RuleAnswer> answers(Creation creation) {
        Verdict verdict = creation.verdict();
        List<RuleAnswer> answers = new ArrayList<>();
        verdict.denials().forEach(finding -> answers.add(answer(Effect.DENIED, finding)));
        for (RuleMutation mutation : creation.mutations()) {
            answers.add(new RuleAnswer(
                    mutation.card(), Effect.REPAIRED, mutation.repair().note(), ""));
        }
        verdict.warnings().forEach(finding -> answers.add(answer(Effect.WARNED, finding)));
        verdict.audited().forEach(finding -> answers.add(answer(Effect.COUNTED, finding)));
        for (Exempted exempted : verdict.exempted()) {
            Finding finding = exempted.finding();
            answers.add(new RuleAnswer(finding.card(), Effect.EXEMPT, finding.violation(), exemption(exempted)));
        }
        return answers;
    }

    private static RuleAnswer answer(Effect effect, Finding finding) {
        return new RuleAnswer(finding.card(), effect, finding.violation(), "");
    }

    private static String exemption(Exempted exempted) {
        return "Exempt by %s until %s: %s."
                .formatted(
                        Quoted.of(exempted.exemption().name()),
                        Instant.ofEpochSecond(exempted.exemption().ends()),
                        exempted.exemption().reason());
    }
}
