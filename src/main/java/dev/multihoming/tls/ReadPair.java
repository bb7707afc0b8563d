package dev.multihoming.tls;

/// What became of two PEM files.
public sealed interface ReadPair {
    /// They are a certificate and its key.
    record Usable(ServingPair pair) implements ReadPair {}

    /// They are not; the reason is a clause without full stop and holds nothing of the key.
    record Refused(String reason) implements ReadPair {}
}
