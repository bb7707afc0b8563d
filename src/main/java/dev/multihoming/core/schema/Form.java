package dev.multihoming.core.schema;

import java.util.Optional;

/// What a string must be for its reader to take it for something: an address, a name, a path.
public interface Form {
    /// Why the reader refuses that string, as a clause that follows it: "is no IP address". Empty where it does not.
    Optional<String> refusal(String text);

    /// What to write instead of that string, an imperative sentence without full stop.
    String remedy(String text);

    /// Whether the reader already fails while it decodes, so that also a value that a later one replaces must have
    /// the form. An empty one then decodes into nothing, and counts only where it stays.
    default boolean failsWhileDecoding() {
        return false;
    }
}
