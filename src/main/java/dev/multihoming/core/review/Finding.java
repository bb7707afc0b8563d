package dev.multihoming.core.review;

/// An observation under the card of the rule that made it.
public record Finding(Card card, Violation violation) {}
