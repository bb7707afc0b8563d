package dev.multihoming.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `multihoming console` on a control plane of ours, with the rights of a kubeconfig.
public final class LocalConsole implements AutoCloseable {
    private final ChildProcess process;
    private final String link;

    private LocalConsole(ChildProcess process, String link) {
        this.process = process;
        this.link = link;
    }

    /// Waits for its link.
    ///
    /// @param log of what it prints
    public static LocalConsole on(Path kubeconfig, Path log) {
        List<String> program = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                WebhookServer.JAR.toAbsolutePath().toString(),
                "console",
                "--allow-writes");
        ChildProcess process = ChildProcess.start(
                "The console",
                log,
                program,
                Map.of("KUBECONFIG", kubeconfig.toAbsolutePath().toString()));
        try {
            process.waitUntilReady(() -> link(log).isPresent());
            return new LocalConsole(process, link(log).orElseThrow());
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static Optional<String> link(Path log) {
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("http://")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What opens it, once.
    public String link() {
        return link;
    }

    @Override
    public void close() {
        process.close();
    }
}
