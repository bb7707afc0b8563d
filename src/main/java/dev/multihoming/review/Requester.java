package dev.multihoming.review;

/// The authenticated user behind a request, as the API server names it:
/// `system:serviceaccount:<namespace>:<name>`
/// for
/// accounts.
public record Requester(String username) {}
