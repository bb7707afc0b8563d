package dev.multihoming.review;

import dev.multihoming.json.TextEdit;

/// One minimal change of one text field of the object under review.
///
/// @param pointer the field in the object (RFC 6901); it holds a string
/// @param original that string, byte for byte: the patch is guarded by it
/// @param edit the change within that string
/// @param note what was changed and why, told to the requester as a warning
public record Repair(String pointer, String original, TextEdit edit, Observation note) {}
