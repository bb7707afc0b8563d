package dev.multihoming.endurance;

/// What became of a request.
enum Outcome {
    /// As the rules and the policy say.
    RIGHT,
    /// Admitted, denied, repaired or warned about otherwise.
    WRONG,
    /// The API server got no verdict.
    FAILED,
    /// Admitted with the warning that a network could not be looked up in time.
    UNVERIFIED,
    /// The API server itself did not take it, or not in time.
    NOT_TAKEN
}
