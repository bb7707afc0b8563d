package dev.multihoming.plane;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// The pipes of a process that this one started.
public final class Pipes {
    /// Not the common pool: on few cores a program that runs for long would keep all others from being read.
    private static final Executor READERS = Thread.ofPlatform().daemon()::start;

    private Pipes() {}

    /// Reads to the end at once: a program that fills a pipe which is not read would wait for ever.
    public static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> text(stream), READERS);
    }

    /// Writes `stdin` and closes the pipe.
    public static void feed(Process process, String stdin) {
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
