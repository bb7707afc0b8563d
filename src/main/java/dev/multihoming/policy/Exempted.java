package dev.multihoming.policy;

import dev.multihoming.review.Finding;

/// A finding that is held against nobody, and the exemption that says so.
public record Exempted(Finding finding, Exemption exemption) {}
