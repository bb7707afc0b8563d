package dev.multihoming.core.policy;

import dev.multihoming.core.review.Finding;

/// A finding that is held against nobody, and the exemption that says so.
public record Exempted(Finding finding, Exemption exemption) {}
