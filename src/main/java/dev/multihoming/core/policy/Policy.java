package dev.multihoming.core.policy;

/// A MultiHomingPolicy as it was written.
///
/// @param priority the highest that matches a namespace governs it; of equal ones the first by name
/// @param parent the name of the policy it extends; empty for none
public record Policy(String name, int priority, NamespaceMatch namespaces, String parent, Decisions decisions) {}
