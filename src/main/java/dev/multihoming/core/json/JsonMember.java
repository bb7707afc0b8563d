package dev.multihoming.core.json;

/// One `"key": value` of an object; `keyStart` is the offset of the key's opening quote.
public record JsonMember(String key, int keyStart, Json value) {}
