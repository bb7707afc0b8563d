package dev.multihoming.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A line of the table.
record Row(String fault, Tally tally, Duration recovery, List<String> remarks, List<String> broken) {
    static final String HEADING = """
            | fault | sent | failed | not mutated | wrongly admitted | wrongly denied | unverified | not taken | time to recover |
            |---|---|---|---|---|---|---|---|---|""";

    Row {
        remarks = List.copyOf(remarks);
        broken = List.copyOf(broken);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %s |",
                fault,
                tally.sent(),
                tally.of(Fate.FAILED),
                tally.skippedMutations(),
                tally.of(Fate.WRONGLY_ADMITTED),
                tally.of(Fate.WRONGLY_DENIED),
                tally.of(Fate.UNVERIFIED),
                tally.of(Fate.NOT_TAKEN),
                recovery.isZero() ? "–" : String.format(Locale.ROOT, "%.1f s", recovery.toMillis() / 1e3));
    }
}
