package dev.multihoming.core.review;

/// A repair under the card of the rule that asked for it.
public record RuleMutation(Card card, Mutation repair) {}
