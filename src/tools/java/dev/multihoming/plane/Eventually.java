package dev.multihoming.plane;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what another process or thread does in its own time.
public final class Eventually {
    /// The one bound of every wait. A wait ends with its event, so a generous bound costs nothing where all is well;
    /// it decides only how late a hang is reported. A bound near what a quiet machine takes fails on a busy one.
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Eventually() {}

    /// Returns as soon as it holds; `what` completes the sentence "Waited … for <what> in vain".
    public static void holds(String what, BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new PlaneException("Waited %d s for %s in vain".formatted(PATIENCE.toSeconds(), what));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlaneException("Interrupted while waiting", e);
        }
    }
}
