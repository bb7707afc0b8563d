package dev.multihoming.cli.manifest;

import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.RuleMutation;
import dev.multihoming.core.review.Violation;
import java.util.ArrayList;
import java.util.List;

/// What the webhook would say, at the places of the source.
final class Findings {
    private Findings() {}

    static List<Problem> of(Manifest manifest, Creation creation) {
        Places locations = new Places(manifest, creation.mutations());
        Verdict verdict = creation.verdict();
        List<Problem> problems = new ArrayList<>();
        for (Finding denial : verdict.denials()) {
            problems.add(problem(
                    Effect.DENIED,
                    denial.card(),
                    denial.violation(),
                    verdict.notice().sentence(),
                    locations));
        }
        for (Finding warning : verdict.warnings()) {
            problems.add(problem(Effect.WARNED, warning.card(), warning.violation(), "", locations));
        }
        for (RuleMutation mutation : creation.mutations()) {
            problems.add(
                    problem(Effect.REPAIRED, mutation.card(), mutation.repair().note(), "", locations));
        }
        return problems;
    }

    private static Problem problem(Effect effect, Card card, Violation seen, String decidedBy, Places locations) {
        SourceSpan span =
                effect == Effect.REPAIRED ? locations.asWritten(seen.location()) : locations.asStored(seen.location());
        return new Problem(
                effect,
                card.code(),
                card.name(),
                seen.fact(),
                card.requirement(),
                seen.remedy(),
                seen.location().toString(),
                decidedBy,
                span);
    }
}
