package dev.multihoming.cli.explain;

import dev.multihoming.cli.manifest.ManifestVerdict;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Violation;
import java.util.List;
import java.util.Optional;

/// All that is to be said of one object.
///
/// @param table of the interfaces that come of it; empty for what no pod comes of
/// @param answers of the rules that found something
/// @param silent rules that looked and found nothing
/// @param off rules that the policy does not let look
public record Explanation(
        ManifestVerdict judgement,
        Optional<InterfaceTable> table,
        List<RuleAnswer> answers,
        List<Card> silent,
        List<Card> off) {
    /// What one rule said of an object.
    ///
    /// @param effect of it under the policy
    /// @param because of what it has that effect, where that is not the policy: a sentence, or empty
    public record RuleAnswer(Card card, Effect effect, Violation seen, String because) {}

    public Explanation {
        answers = List.copyOf(answers);
        silent = List.copyOf(silent);
        off = List.copyOf(off);
    }
}
