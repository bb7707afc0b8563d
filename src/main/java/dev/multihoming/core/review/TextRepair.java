package dev.multihoming.core.review;

import dev.multihoming.core.json.TextEdit;

/// A change inside one text field.
///
/// @param pointer the field in the object; it holds a string
/// @param original that string, byte for byte: the patch is guarded by it
/// @param edit the change within that string
public record TextRepair(String pointer, String original, TextEdit edit, Observation note) implements Repair {}
