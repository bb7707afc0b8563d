package dev.multihoming.core.review;

import dev.multihoming.core.json.TextEdit;

/// A change inside one text field.
///
/// @param pointer the field in the object; it holds a string
/// @param original that string, byte for byte: the patch is guarded by it
/// @param edit the change within that string
public record TextMutation(String pointer, String original, TextEdit edit, Violation note) implements Mutation {}
