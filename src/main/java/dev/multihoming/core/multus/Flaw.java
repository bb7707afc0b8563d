package dev.multihoming.core.multus;

/// Something the node's own reader refuses.
///
/// @param inside where in the text, for a person: "item 2, character 17", "/plugins/0/type, line 3"; empty
///     for all of it
/// @param offset the same for a program, in UTF-16 units; -1 for all of it
/// @param fact what stands there, without a full stop
/// @param remedy what to write instead, an imperative sentence without a full stop
public record Flaw(String inside, int offset, String fact, String remedy) {}
