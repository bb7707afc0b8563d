package dev.multihoming.cli.policytest;

import java.util.Locale;

/// What becomes of a finding, or of what would be one.
public enum Fate {
    /// The request is denied for it.
    DENIED,
    /// The requester is told.
    WARNED,
    /// It is repaired on its way in.
    REPAIRED,
    /// It is counted, and nobody is told.
    COUNTED,
    /// An exemption covers it.
    EXEMPT;

    /// As a case spells it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
