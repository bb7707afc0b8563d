package dev.multihoming.plane;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How much work something is, by the processor time of the thread that does it: other programs that want the same
/// processor make it take longer, and not more.
public final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /// The result of `work`, or an AssertionError as soon as it has used more than `limit`. What then goes on with it
    /// is a daemon thread.
    public static <T> T atMost(Duration limit, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().start(task);
        try {
            while (true) {
                try {
                    return task.get(100, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    if (THREADS.getThreadCpuTime(thread.threadId()) > limit.toNanos()) {
                        throw new AssertionError("This has used more than %d s of processor time and is not done"
                                .formatted(limit.toSeconds()));
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlaneException("Interrupted while waiting for work", e);
        }
    }
}
