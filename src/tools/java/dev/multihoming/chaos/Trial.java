package dev.multihoming.chaos;

import dev.multihoming.plane.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One fault, once.
final class Trial {
    private final List<String> remarks = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private Optional<Duration> recovery = Optional.empty();

    /// A promise that can be checked at once.
    void expect(String promise, boolean kept) {
        if (!kept) {
            broken.add(promise);
        }
    }

    /// A promise that must come true; how long that took, from now.
    Duration await(String promise, BooleanSupplier kept) throws InterruptedException {
        long from = System.nanoTime();
        long end = from + Eventually.PATIENCE.toNanos();
        while (!kept.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                broken.add(promise + " (not within " + Eventually.PATIENCE.toSeconds() + " s)");
                break;
            }
            Thread.sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /// Where no request fails, and something else takes its time to be well again.
    void recovered(Duration after) {
        recovery = Optional.of(after);
    }

    /// A number that belongs to the table and has no column.
    void remark(String sentence) {
        remarks.add(sentence);
    }

    Row row(Fault fault, RequestCounts tally) {
        expect("nothing is wrongly admitted", tally.of(RequestResult.WRONGLY_ADMITTED) == 0);
        expect("nothing is wrongly denied", tally.of(RequestResult.WRONGLY_DENIED) == 0);
        if (tally.of(RequestResult.FAILED) > 0) {
            expect(
                    "requests fail for at most %d s"
                            .formatted(fault.mayFailFor().toSeconds()),
                    tally.troubled().compareTo(fault.mayFailFor()) <= 0);
        }
        if (fault.mayFailFor().isZero()) {
            expect("no call gets no answer", tally.skippedMutations() == 0);
        }
        return new Row(fault.name(), tally, recovery.orElse(tally.troubled()), remarks, broken);
    }
}
