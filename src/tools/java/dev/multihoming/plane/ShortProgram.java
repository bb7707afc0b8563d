package dev.multihoming.plane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// A program that is started, fed, read to its end and done.
public record ShortProgram(List<String> command, Map<String, String> environment) {
    /// Not the common pool: on few cores a program that runs for long would keep all others from being read.
    private static final Executor READERS = Thread.ofPlatform().daemon()::start;

    public ProgramOutcome run(String stdin) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            // Both pipes are read at once: a program that fills the one nobody reads would wait for ever.
            var stdout = CompletableFuture.supplyAsync(() -> text(process.getInputStream()), READERS);
            var stderr = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), READERS);
            feed(process, stdin);
            return new ProgramOutcome(process.waitFor(), stdout.join(), stderr.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlaneException("Interrupted while waiting for " + command.getFirst(), e);
        }
    }

    private static void feed(Process process, String stdin) {
        try (var pipe = process.getOutputStream()) {
            pipe.write(stdin.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // The program ended before it read all: its exit code and its stderr say more than a broken pipe.
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
