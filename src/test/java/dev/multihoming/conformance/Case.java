package dev.multihoming.conformance;

/// One config before the judge.
///
/// @param name what was changed in the baseline of its trial
/// @param config the whole of it
record Case(String name, String config) {}
