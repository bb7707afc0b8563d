package dev.multihoming.core.review;

import java.util.Locale;

/// What becomes of a rule's findings. A card states one of the first three.
public enum Mode {
    /// The request is denied.
    ENFORCE,
    /// The request is admitted with a warning.
    WARN,
    /// The request is admitted, and the finding is counted and nowhere told. Nothing is repaired.
    AUDIT,
    /// As if the rule did not exist. Nothing is repaired.
    OFF;

    /// As a policy spells it: `Enforce`.
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /// Whether what the rule would repair is repaired.
    public boolean repairs() {
        return this == ENFORCE || this == WARN;
    }
}
