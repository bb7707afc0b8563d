package dev.multihoming.core.policy;

import dev.multihoming.core.json.Quoted;

/// Whose decision a judgement is.
///
/// @param policy its name; empty for the built-in one
public record PolicyNotice(String policy, String owner, String contact) {
    public static final PolicyNotice BUILT_IN = new PolicyNotice("", "", "");

    /// For requesters who are denied; empty for the built-in policy.
    public String sentence() {
        if (policy.isEmpty()) {
            return "";
        }
        String who = owner.isEmpty() ? "" : " of " + Quoted.of(owner);
        String ask = contact.isEmpty() ? "" : "; ask " + Quoted.of(contact);
        return "Decided by the policy " + Quoted.of(policy) + who + ask + ".";
    }
}
