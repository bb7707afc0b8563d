package dev.multihoming.review;

/// What a rule saw, before anyone judges it.
///
/// @param fact what stands there; a clause with neither capital (unless quoted) nor full stop
/// @param remedy what to do now, an imperative sentence without full stop; empty where the fact says it
public record Observation(Place place, String fact, String remedy) {}
