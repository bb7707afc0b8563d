package dev.multihoming.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// A program that is started, fed, read to its end and done.
public record ShortProgram(List<String> command, Map<String, String> environment) {
    public ProgramOutcome run(String stdin) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            var stdout = Pipes.read(process.getInputStream());
            var stderr = Pipes.read(process.getErrorStream());
            Pipes.feed(process, stdin);
            return new ProgramOutcome(process.waitFor(), stdout.join(), stderr.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlaneException("Interrupted while waiting for " + command.getFirst(), e);
        }
    }
}
