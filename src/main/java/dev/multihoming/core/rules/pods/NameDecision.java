package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NetworkSelection;

/// What one element's interface is called and what it should be called instead.
///
/// @param name as written, or as Multus would give it
/// @param replacement the name to write; empty where it may stay, or is not chosen yet
record NameDecision(NetworkSelection selection, NameVerdict verdict, String name, String replacement) {
    boolean is(NameVerdict other) {
        return verdict == other;
    }

    boolean wantsReplacement() {
        return verdict != NameVerdict.KEPT && replacement.isEmpty();
    }

    NameDecision replacedBy(String newName) {
        return new NameDecision(selection, verdict, name, newName);
    }
}
