package dev.multihoming.core.review;

/// One minimal change of the object under review.
public sealed interface Mutation permits TextMutation, Addition {
    /// The field that changes (RFC 6901).
    String pointer();

    /// What was changed and why, told to the requester as a warning.
    Violation note();
}
