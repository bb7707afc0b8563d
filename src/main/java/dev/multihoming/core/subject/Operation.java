package dev.multihoming.core.subject;

/// How an object's content reaches the cluster; it decides which repairs can still happen and what there is to
/// compare with.
public enum Operation {
    /// A new object: mutators run before us, nothing to compare with.
    CREATE,
    /// A changed object (also through its status subresource): only what changed is judged, nothing is
    /// repaired.
    UPDATE,
    /// Annotations of a Binding, which the API server copies onto the bound pod: judged as a whole, nothing is
    /// repaired.
    BINDING,
    /// An object that goes: only what depends on it is looked at.
    DELETE,
    /// No request: an object that has been there all along is looked at as a whole, and nothing is repaired.
    EXISTING
}
