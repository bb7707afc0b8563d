package dev.multihoming.cli.manifest;

/// What a comment that ignores came to.
///
/// @param warnings how many it hid
/// @param trouble why it hid none; empty where it did
public record IgnoreOutcome(IgnoreComment comment, int warnings, String trouble) {}
