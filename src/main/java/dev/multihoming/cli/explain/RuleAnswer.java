package dev.multihoming.cli.explain;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Effect;
import dev.multihoming.core.review.Violation;

/// What one rule said of an object.
///
/// @param effect of it under the policy
/// @param because of what it has that effect, where that is not the policy: a sentence, or empty
public record RuleAnswer(Card card, Effect effect, Violation seen, String because) {}
