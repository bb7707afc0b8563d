package dev.multihoming.cli.manifest;

import dev.multihoming.core.admission.Creation;
import dev.multihoming.core.policy.Verdict;
import dev.multihoming.core.review.Amendment;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Observation;
import java.util.ArrayList;
import java.util.List;

/// What the webhook would say, at the places of the source.
final class Findings {
    private Findings() {}

    static List<Problem> of(Manifest manifest, Creation creation) {
        Places places = new Places(manifest, creation.amendments());
        Verdict verdict = creation.verdict();
        List<Problem> problems = new ArrayList<>();
        for (Finding denial : verdict.denials()) {
            problems.add(problem(
                    Effect.DENIED,
                    denial.card(),
                    denial.observation(),
                    verdict.notice().sentence(),
                    places));
        }
        for (Finding warning : verdict.warnings()) {
            problems.add(problem(Effect.WARNED, warning.card(), warning.observation(), "", places));
        }
        for (Amendment amendment : creation.amendments()) {
            problems.add(problem(
                    Effect.REPAIRED, amendment.card(), amendment.repair().note(), "", places));
        }
        return problems;
    }

    private static Problem problem(Effect effect, Card card, Observation seen, String decidedBy, Places places) {
        SourceSpan span = effect == Effect.REPAIRED ? places.asWritten(seen.place()) : places.asStored(seen.place());
        return new Problem(
                effect,
                card.code(),
                card.name(),
                seen.fact(),
                card.law(),
                seen.remedy(),
                seen.place().toString(),
                decidedBy,
                span);
    }
}
