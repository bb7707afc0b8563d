package dev.multihoming.webhook.schedule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Repeats a task on a thread of its own, one run at a time. A run that throws is logged, and the next one follows.
/// Thread-safe.
public final class PeriodicTask implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PeriodicTask.class);

    private final String name;
    private final ScheduledExecutorService thread;
    private @Nullable Future<?> running;

    /// A task that is not started.
    ///
    /// @param name names the thread, and the task in the log
    public PeriodicTask(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Does nothing while a task is running.
    ///
    /// @param delay the time before the first run
    /// @param period the time between the end of a run and the next one
    public synchronized void start(Runnable task, Duration delay, Duration period) {
        if (running == null) {
            running = thread.scheduleWithFixedDelay(
                    () -> run(task), delay.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /// An exception would end the schedule.
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "The background task \"%s\" failed; this is a defect of the webhook. It runs again", name);
        }
    }

    /// Interrupts a run that is under way. The task can be started again.
    public synchronized void stop() {
        if (running != null) {
            running.cancel(true);
            running = null;
        }
    }

    public synchronized boolean isStarted() {
        return running != null;
    }

    @Override
    public void close() {
        stop();
        thread.shutdownNow();
    }
}
