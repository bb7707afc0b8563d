package dev.multihoming.core.review;

import java.util.List;
import java.util.Locale;

/// What becomes of a finding, and of a request as a whole: the first effect that one of its findings has.
public enum Effect {
    /// The request is denied for it.
    DENIED,
    /// The requester is told.
    WARNED,
    /// The object is repaired on its way in.
    REPAIRED,
    /// It is counted, and the requester is not told.
    COUNTED,
    /// An exemption covers it.
    EXEMPT,
    /// There is no finding that the requester is told of.
    ALLOWED;

    /// Those that a finding can have.
    public static List<Effect> ofFindings() {
        return List.of(DENIED, WARNED, REPAIRED, COUNTED, EXEMPT);
    }

    /// As reports, logs and test cases spell it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As metrics and PolicyReports label it: by the rule's mode where that led to it.
    public String mode() {
        return switch (this) {
            case DENIED -> "enforce";
            case WARNED -> "warn";
            case COUNTED -> "audit";
            case EXEMPT -> "exempted";
            case REPAIRED, ALLOWED -> word();
        };
    }
}
