package dev.multihoming.core.policy;

/// Why a policy cannot be in force.
///
/// @param isCircular whether it extends itself; else what it extends does not exist
/// @param parent the name that cannot be followed
/// @param clause the same for a person, to come after the policy's name
public record PolicyFault(boolean isCircular, String parent, String clause) {}
