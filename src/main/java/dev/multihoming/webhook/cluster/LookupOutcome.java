package dev.multihoming.webhook.cluster;

/// What became of asking the API server about one NAD.
enum LookupOutcome {
    FOUND,
    ABSENT,
    /// The API server could not be reached, was too slow, or refused.
    FAILED,
    /// Not asked: the budget was used up.
    REFUSED
}
