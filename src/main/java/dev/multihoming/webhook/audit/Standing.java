package dev.multihoming.webhook.audit;

import java.util.Locale;

/// What one finding about an existing object comes to, the worst first.
public enum Standing {
    /// It would be denied.
    ENFORCE,
    /// It would be counted, and denied if the rule were enforced.
    AUDIT,
    /// Its author would be told.
    WARN,
    /// An exemption covers it.
    EXEMPTED;

    /// As metrics label it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The result of a PolicyReport.
    String result() {
        return switch (this) {
            case ENFORCE, AUDIT -> "fail";
            case WARN -> "warn";
            case EXEMPTED -> "skip";
        };
    }

    /// The severity of a PolicyReport.
    String severity() {
        return switch (this) {
            case ENFORCE -> "high";
            case AUDIT -> "medium";
            case WARN -> "low";
            case EXEMPTED -> "info";
        };
    }
}
