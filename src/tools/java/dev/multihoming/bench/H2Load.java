package dev.multihoming.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// h2load over one connection with 16 streams, the way kube-apiserver calls a webhook.
final class H2Load {
    private static final int STREAMS = 16;

    private H2Load() {}

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "h2load")));
    }

    /// Latencies in microseconds, ascending.
    static List<Long> run(String url, Path body, int requests, Path workFolder) {
        Path log = workFolder.resolve("h2load.log");
        try {
            Files.deleteIfExists(log);
            Process h2load = new ProcessBuilder(
                            "h2load",
                            "--requests=" + requests,
                            "--clients=1",
                            "--max-concurrent-streams=" + STREAMS,
                            "--header=content-type: application/json",
                            "--data=" + body,
                            "--log-file=" + log,
                            url)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(h2load.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (h2load.waitFor() != 0 || !output.contains(requests + " succeeded")) {
                throw new IllegalStateException("h2load did not get all its answers:\n" + output);
            }
            return latencies(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while h2load ran", e);
        }
    }

    /// Each line of h2load's log: start (µs since the epoch), status, duration (µs).
    private static List<Long> latencies(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> Long.valueOf(line.substring(line.lastIndexOf('\t') + 1)))
                    .sorted()
                    .toList();
        }
    }
}
