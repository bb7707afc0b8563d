package dev.multihoming.core.subject;

/// A policy or an exemption that somebody writes, as far as its schema cannot judge it.
///
/// @param kind `MultiHomingPolicy` or `MultiHomingExemption`
/// @param expires when an exemption ends, where this request says so and the moment has passed; else empty
/// @param circular how a policy extends itself, as a clause after its name; else empty
/// @param parent the policy that it extends, where there is none of that name; else empty
/// @param byLabels whether a policy is for namespaces with certain labels
/// @param byNames whether an exemption is for anybody's objects with certain names
public record PolicyChange(
        String kind,
        String displayName,
        String expires,
        String circular,
        String parent,
        boolean byLabels,
        boolean byNames)
        implements Subject {
    /// It is the cluster's.
    @Override
    public String namespace() {
        return "";
    }
}
