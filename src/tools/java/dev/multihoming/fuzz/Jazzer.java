package dev.multihoming.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Jazzer's own driver in a process of its own: it instruments what it loads, and ends the process with what it found.
/// (Its JUnit extension is made for JUnit 5.)
///
/// @param home where it works: the corpus as it grows, inputs that fail, its log
record Jazzer(FuzzTarget target, Path home) {
    private static final Pattern PROGRESS = Pattern.compile("#(\\d+)\\s+\\w+\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)/");

    /// What a run came to.
    ///
    /// @param executions inputs that were tried
    /// @param coverage edges of our code that were reached
    /// @param findings files with inputs that failed
    record Run(long executions, long coverage, long corpus, List<Path> findings) {}

    /// @param limits options of libFuzzer, such as `-max_total_time=5`
    Run fuzz(String... limits) {
        try {
            Path grown = Files.createDirectories(home.resolve("corpus"));
            Path seeds = Files.createDirectories(home.resolve("seeds"));
            int number = 0;
            for (byte[] seed : target.seeds()) {
                Files.write(seeds.resolve("fixture-" + number++), seed);
            }
            List<String> how = new ArrayList<>(List.of(limits));
            // Tells it that a comparison came closer, which leads it through keywords letter by letter.
            how.add("-use_value_profile=1");
            start(how, folders(grown, target.corpus(), seeds));
            return result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Leaves in `into`, an empty folder, the fewest and shortest inputs that reach the edges that all of `from`
    /// reach. Those that came closer in a comparison, or took an edge more often, only help to find others, and are
    /// ten times as many.
    void minimise(Path into, Collection<Path> from) {
        List<Path> folders = new ArrayList<>(List.of(into));
        folders.addAll(from);
        start(List.of("-merge=1", "-use_counters=0"), folders);
    }

    Path log() {
        return home.resolve("jazzer.log");
    }

    private void start(List<String> how, List<Path> folders) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.type().getName(),
                "--instrumentation_includes=dev.multihoming.**",
                "--instrumentation_excludes=dev.multihoming.fuzz.**:dev.multihoming.fixtures.**",
                // Its own detectors look for what we never do; to weave them into every library takes a minute.
                "--custom_hook_includes=dev.multihoming.**",
                "--reproducer_path=" + home,
                "-artifact_prefix=" + home.resolve("findings") + "/",
                "-dict=" + Path.of("src", "test", "resources", "fuzz", "keys.dict"),
                // The first input loads and instruments everything, which takes its time on a busy machine.
                "-timeout=300",
                "-report_slow_units=300",
                "-rss_limit_mb=0"));
        command.addAll(how);
        folders.forEach(folder -> command.add(folder.toString()));
        run(command);
    }

    private void run(List<String> command) {
        try {
            Files.createDirectories(home.resolve("findings"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            // It ends with another code than 0 where it found something: the findings say so.
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Jazzer ran", e);
        }
    }

    private static List<Path> folders(Path... folders) {
        return Stream.of(folders).filter(Files::isDirectory).toList();
    }

    private Run result() throws IOException {
        long executions = 0;
        long coverage = 0;
        long corpus = 0;
        Matcher progress = PROGRESS.matcher(Files.readString(log()));
        while (progress.find()) {
            executions = Long.parseLong(progress.group(1));
            coverage = Long.parseLong(progress.group(2));
            corpus = Long.parseLong(progress.group(4));
        }
        try (Stream<Path> findings = Files.list(home.resolve("findings"))) {
            return new Run(executions, coverage, corpus, findings.sorted().toList());
        }
    }
}
