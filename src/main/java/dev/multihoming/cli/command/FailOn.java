package dev.multihoming.cli.command;

import dev.multihoming.cli.report.CheckSummary;
import dev.multihoming.core.review.Effect;
import java.util.Locale;

/// From what on a check exits with 1. Each includes those before it.
enum FailOn {
    DENIED,
    WARNINGS,
    REPAIRS;

    boolean fails(CheckSummary tally) {
        boolean warns = tally.problems(Effect.WARNED) > 0;
        boolean repairs = tally.problems(Effect.REPAIRED) > tally.repairsWritten();
        return switch (this) {
            case DENIED -> tally.denied() > 0;
            case WARNINGS -> tally.denied() > 0 || warns;
            case REPAIRS -> tally.denied() > 0 || warns || repairs;
        };
    }

    /// As it is written after `--fail-on`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
