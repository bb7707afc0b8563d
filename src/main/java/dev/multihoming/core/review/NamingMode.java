package dev.multihoming.core.review;

/// What becomes of the names that authors give to additional interfaces.
public enum NamingMode {
    /// Replaced by `net1`, `net2` and so on when the pod is created.
    NORMALIZE,
    /// Denied where they are others.
    REQUIRE,
    /// Left as they are.
    PRESERVE
}
