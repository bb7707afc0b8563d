package dev.multihoming.core.review;

/// A violation under the card of the rule that made it.
public record Finding(Card card, Violation violation) {}
