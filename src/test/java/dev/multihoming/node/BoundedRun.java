package dev.multihoming.node;

import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Pipes;
import dev.multihoming.plane.ProgramOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program that may run away: it and everything that it starts live in a PID namespace of their own, and the kernel
/// ends all of them with its first process.
///
/// @param stopped whether it was ended by us, for its time or for the number of its processes
/// @param processes how many different ones were seen: one that lives less than a look apart can be missed
/// @param most how many of them lived at once
record BoundedRun(ProgramOutcome outcome, boolean stopped, int processes, int most) {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /// More than any network needs: each plugin is one, with its IPAM plugin and a call of `nft`.
    private static final int TOO_MANY = 40;

    private static final long LOOK_EVERY_MILLIS = 10;
    private static final List<String> UNSHARE =
            List.of("unshare", "--pid", "--fork", "--kill-child", "--mount", "--mount-proc");

    /// The command that runs another one in a PID namespace of its own.
    static List<String> alone(List<String> command) {
        return Stream.concat(UNSHARE.stream(), command.stream()).toList();
    }

    /// `command` has one of [#alone] in it.
    static BoundedRun of(List<String> command, Map<String, String> environment, String stdin, String name) {
        try (TaskLimit limit = TaskLimit.create(name)) {
            var builder = new ProcessBuilder(limit.around(command));
            builder.environment().putAll(environment);
            Process process = builder.start();
            var stdout = Pipes.read(process.getInputStream());
            var stderr = Pipes.read(process.getErrorStream());
            Pipes.feed(process, stdin);
            Watch watch = watch(process);
            var outcome = new ProgramOutcome(process.waitFor(), stdout.join(), stderr.join());
            Eventually.holds(
                    "all processes of " + name + " to be gone",
                    () -> limit.processes().isEmpty());
            return new BoundedRun(outcome, watch.stopped, watch.seen.size(), watch.most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    private static Watch watch(Process process) throws InterruptedException {
        var watch = new Watch();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            List<Long> alive = process.descendants().map(ProcessHandle::pid).toList();
            watch.seen.addAll(alive);
            watch.most = Math.max(watch.most, alive.size());
            if (alive.size() > TOO_MANY || System.nanoTime() > end) {
                watch.stopped = true;
                // The namespace ends with its first process, and that with this one.
                process.toHandle().destroyForcibly();
            }
        }
        return watch;
    }

    private static final class Watch {
        private final Set<Long> seen = new HashSet<>();
        private int most;
        private boolean stopped;
    }
}
