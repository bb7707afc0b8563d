package dev.multihoming.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What `multihoming check` takes for one file, for a thousand and for ten thousand: time and the most memory it ever
/// had. Memory must stay what it is; starting is measured with and without the cache of `make cli`.
public final class OfflineCheck {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Path LAUNCHER = Path.of("target/cli/multihoming");

    private OfflineCheck() {}

    /// @param seconds from start to end of the process
    /// @param mebibytes of memory at its peak; 0 where the system does not tell (Linux does)
    private record Cost(double seconds, long mebibytes) {
        static Cost of(List<String> command) throws IOException, InterruptedException {
            long began = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            long kibibytes = 0;
            while (process.isAlive()) {
                kibibytes = Math.max(kibibytes, peak(status));
                Thread.sleep(5);
            }
            if (process.exitValue() > 1) {
                throw new IOException("ended with " + process.exitValue() + ": " + command);
            }
            return new Cost((System.nanoTime() - began) / 1e9, kibibytes / 1024);
        }

        private static long peak(Path status) {
            try (Stream<String> lines = Files.lines(status)) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException | java.io.UncheckedIOException _) {
                // It has just ended.
                return 0;
            }
        }
    }

    public static void main(String... args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "offline-");
        Path one = Manifests.write(folder.resolve("one"), 1);
        Path thousand = Manifests.write(folder.resolve("thousand"), 1_000);
        Path tenThousand = Manifests.write(folder.resolve("ten-thousand"), 10_000);
        tell("one file, quarkus-run.jar", best(jar(one)));
        if (Files.isExecutable(LAUNCHER)) {
            tell("one file, make cli", best(List.of(LAUNCHER.toString(), "check", one.toString())));
        }
        Cost few = best(jar(thousand));
        Cost many = best(jar(tenThousand));
        tell("1,000 files", few);
        tell("10,000 files", many);
        System.out.printf(
                Locale.ROOT,
                "10,000 to 1,000 files: %.1f times the time, %.2f times the memory%n",
                many.seconds() / few.seconds(),
                (double) many.mebibytes() / Math.max(1, few.mebibytes()));
    }

    private static List<String> jar(Path folder) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-jar", JAR.toString(), "check", folder.toString());
    }

    /// Of three: others use the machine too.
    private static Cost best(List<String> command) throws IOException, InterruptedException {
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            costs.add(Cost.of(command));
        }
        return costs.stream()
                .min((a, b) -> Double.compare(a.seconds(), b.seconds()))
                .orElseThrow();
    }

    private static void tell(String what, Cost cost) {
        System.out.printf(
                Locale.ROOT,
                "check of %-26s %6.2f s, %4d MiB at its peak%n",
                what + ":",
                cost.seconds(),
                cost.mebibytes());
    }
}
