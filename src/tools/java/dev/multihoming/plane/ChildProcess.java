package dev.multihoming.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A long-running program of ours, on the leash, with a log.
public final class ChildProcess implements AutoCloseable {
    private static final Duration TO_FINISH = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    public static ChildProcess start(String name, Path log, List<String> program, Map<String, String> environment) {
        var builder = new ProcessBuilder(Leash.command(log, program));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ChildProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A child that ended is not waited for any longer: its last words are the answer.
    public void waitUntilReady(BooleanSupplier ready) {
        Eventually.holds(name + " to be ready (its log: " + log + ")", () -> {
            if (!process.isAlive()) {
                throw new PlaneException(
                        "%s ended with %d:%n%s".formatted(name, process.exitValue(), LastWords.of(log)));
            }
            return ready.getAsBoolean();
        });
    }

    /// Of the program itself: what ties it to us becomes it.
    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /// SIGTERM, and nothing more.
    void terminate() {
        process.destroy();
    }

    /// SIGKILL: it gets no time for anything.
    void kill() {
        process.destroyForcibly();
    }

    /// What it and its own children have used since they were started.
    Duration processorTime() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// The most that the largest of it and its own children ever had, in KiB; 0 where there is no /proc.
    long peakMemory() {
        return memory("VmHWM:");
    }

    /// What the largest of them has at this moment.
    long residentMemory() {
        return memory("VmRSS:");
    }

    /// What of that is not read from files.
    long ownMemory() {
        return memory("RssAnon:");
    }

    private long memory(String measure) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(handle -> memory(measure, Path.of("/proc", Long.toString(handle.pid()), "status")))
                .max()
                .orElse(0);
    }

    private static long memory(String measure, Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(measure))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_FINISH.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
