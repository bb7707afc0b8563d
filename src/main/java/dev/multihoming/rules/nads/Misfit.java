package dev.multihoming.rules.nads;

/// A value that its reader does not accept.
///
/// @param pointer where it stands in the config (RFC 6901)
/// @param offset where it starts in the text
record Misfit(String pointer, int offset, String fact, String remedy) {}
