package dev.multihoming.console.browser;

import dev.multihoming.plane.FreePort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `multihoming console` as its own process.
public final class RunningConsole implements AutoCloseable {
    private final Process process;
    private final URI link;

    private RunningConsole(Process process, URI link) {
        this.process = process;
        this.link = link;
    }

    /// On folders of this working directory, so that pages show no path of this machine.
    public static RunningConsole on(Path directory, String... arguments) throws IOException {
        return started(console(arguments).directory(directory.toFile()));
    }

    /// On the cluster of that kubeconfig.
    static RunningConsole onCluster(Path kubeconfig, String... options) throws IOException {
        ProcessBuilder builder = console(options);
        builder.environment().put("KUBECONFIG", kubeconfig.toAbsolutePath().toString());
        return started(builder);
    }

    /// `multihoming console-server` without TLS, which it serves on loopback only, for the users of that API server.
    static RunningConsole shared(int apiServer, Path authority) throws IOException {
        int port = FreePort.find();
        Process process = program(
                        "console-server",
                        "--address=127.0.0.1",
                        "--port=" + port,
                        "--api-server=https://127.0.0.1:" + apiServer,
                        "--api-server-ca=" + authority)
                .start();
        line(process, "The console listens on port");
        return new RunningConsole(process, URI.create("http://127.0.0.1:" + port + "/login"));
    }

    private static ProcessBuilder console(String... arguments) {
        return program(
                Stream.concat(Stream.of("console"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    private static ProcessBuilder program(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "dev.multihoming.Multihoming"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static RunningConsole started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        return new RunningConsole(process, URI.create(line(process, "http://")));
    }

    private static String line(Process process, String start) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        @Nullable String line = out.readLine();
        while (line != null && !line.startsWith(start)) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the console ended before it printed: " + start);
        }
        return line;
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(it -> Path.of(it).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// That works once.
    public URI link() {
        return link;
    }

    public String page(String path) {
        return link.getScheme() + "://" + link.getAuthority() + path;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
