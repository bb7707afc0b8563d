package dev.multihoming.chaos;

import dev.multihoming.plane.Eventually;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Many who do the same thing again and again, for a while.
final class Crowd {
    private Crowd() {}

    /// Something that one of them does; what fails is not repeated, and does not stop him.
    interface Deed {
        void run(int number) throws Exception;
    }

    /// Returns when the time is over and all have stopped.
    static void act(int people, long millis, Deed deed) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (int person = 0; person < people; person++) {
                int number = person;
                threads.execute(() -> {
                    for (int i = number; System.nanoTime() - end < 0; i += people) {
                        doing(deed, i);
                    }
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(millis + Eventually.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("some of the crowd do not stop");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void doing(Deed deed, int number) {
        try {
            deed.run(number);
        } catch (Exception _) {
            // What the crowd gets out of it is its own affair.
        }
    }
}
