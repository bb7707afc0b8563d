package dev.multihoming.chaos;

/// What became of a request.
enum RequestResult {
    /// A legal pod was admitted, an illegal one denied for what is wrong with it.
    RIGHT,
    /// The API server could not get a judgement from us, and refused.
    FAILED,
    WRONGLY_ADMITTED,
    WRONGLY_DENIED,
    /// A pod of a missing network was admitted with the warning that the network could not be looked up.
    UNVERIFIED,
    /// The API server itself did not take it, or not in time.
    NOT_TAKEN
}
