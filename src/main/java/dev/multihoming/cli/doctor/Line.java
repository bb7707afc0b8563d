package dev.multihoming.cli.doctor;

/// One line of the report.
///
/// @param subject what was looked at, in a few words
/// @param fact what was seen, a sentence
/// @param advice what to do, sentences; empty for nothing
public record Line(String subject, Grade grade, String fact, String advice) {
    static Line ok(String subject, String fact) {
        return new Line(subject, Grade.OK, fact, "");
    }

    static Line warning(String subject, String fact, String advice) {
        return new Line(subject, Grade.WARNING, fact, advice);
    }

    static Line problem(String subject, String fact, String advice) {
        return new Line(subject, Grade.PROBLEM, fact, advice);
    }

    static Line notPermitted(String subject, String fact, String advice) {
        return new Line(subject, Grade.NOT_PERMITTED, fact, advice);
    }

    /// Of something that could not be read for another reason than missing rights.
    static Line unreadable(String subject, String what, String why) {
        return warning(subject, "%s cannot be read: %s.".formatted(what, why), "Try again.");
    }
}
