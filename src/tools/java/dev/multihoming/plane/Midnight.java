package dev.multihoming.plane;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/// kube-api-test 7.5 reckons how long it waits by the time of day: where that would end after midnight, it gives up at
/// once.
final class Midnight {
    private Midnight() {}

    /// Returns when the next midnight is further away than that; mostly at once.
    static void letPass(Duration wait) {
        try {
            while (isWithin(wait, LocalTime.now(ZoneId.systemDefault()))) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlaneException("Interrupted while waiting for midnight", e);
        }
    }

    static boolean isWithin(Duration wait, LocalTime now) {
        return now.plus(wait).isBefore(now);
    }
}
