package dev.multihoming.core.policy;

import java.util.SortedMap;
import java.util.SortedSet;

/// Where a policy is in force, and where another one comes before it.
///
/// @param governs the namespaces it governs
/// @param shadowedBy the policies that come before it, with how many of its namespaces each of them governs
/// @param effective what it comes to where it governs
public record PolicyScope(
        SortedSet<String> governs, SortedMap<String, Integer> shadowedBy, EffectivePolicy effective) {}
