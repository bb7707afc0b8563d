package dev.multihoming.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A line of the table.
record Row(String fault, RequestCounts tally, Duration recovery, List<String> remarks, List<String> broken) {
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
                tally.of(RequestResult.FAILED),
                tally.skippedMutations(),
                tally.of(RequestResult.WRONGLY_ADMITTED),
                tally.of(RequestResult.WRONGLY_DENIED),
                tally.of(RequestResult.UNVERIFIED),
                tally.of(RequestResult.NOT_TAKEN),
                recovery.isZero() ? "–" : String.format(Locale.ROOT, "%.1f s", recovery.toMillis() / 1e3));
    }
}
