package dev.multihoming.core.subject;

import java.util.OptionalLong;

/// How many pods an object makes that run at one time, as far as it says.
///
/// @param written `replicas` or `parallelism`; empty where it says nothing
/// @param surges whether a rolling update starts a new pod before an old one ends, for a kind that updates so
public record Copies(OptionalLong written, boolean surges) {
    /// Of an object that says nothing.
    public static final Copies NONE = new Copies(OptionalLong.empty(), true);

    /// That many for each of those.
    Copies of(Copies outer) {
        return written.isPresent() ? this : outer;
    }
}
