package dev.multihoming.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `make fuzz`: all targets one after the other, a table at the end, and 1 where something was found. What the runs
/// found worth keeping replaces the corpus.
public final class Fuzz {
    private static final Path HOME = Path.of("target", "fuzz");

    private Fuzz() {}

    /// The first argument is how long all of it takes, such as `30m`; the others name targets, without them all
    /// are tried.
    public static void main(String[] arguments) throws IOException {
        List<FuzzTarget> targets = targets(List.of(arguments).subList(1, arguments.length));
        int seconds = seconds(arguments[0]) / targets.size();
        boolean found = false;
        for (FuzzTarget target : targets) {
            Jazzer jazzer = new Jazzer(target, Files.createDirectories(HOME.resolve(target.folder())));
            Jazzer.Run run = jazzer.fuzz("-max_total_time=" + seconds);
            System.out.printf(
                    "%-16s %10d executions %6d edges %5d inputs %2d findings%n",
                    target.folder(),
                    run.executions(),
                    run.coverage(),
                    run.corpus(),
                    run.findings().size());
            run.findings().forEach(finding -> System.out.println(told(target, jazzer, finding)));
            found |= !run.findings().isEmpty();
            keep(target, jazzer);
        }
        System.exit(found ? 1 : 0);
    }

    private static List<FuzzTarget> targets(List<String> names) {
        List<FuzzTarget> targets = Stream.of(FuzzTarget.values())
                .filter(target -> names.isEmpty() || names.contains(target.folder()))
                .toList();
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("there is no target " + names);
        }
        return targets;
    }

    private static String told(FuzzTarget target, Jazzer jazzer, Path finding) {
        return "  %s, why: %s. Mend it and keep it: cp %s %s/"
                .formatted(finding, jazzer.log(), finding, target.corpus());
    }

    /// Inputs that somebody named are kept whatever they reach.
    private static void keep(FuzzTarget target, Jazzer jazzer) throws IOException {
        Path smallest = emptied(jazzer.home().resolve("smallest"));
        Path corpus = Files.createDirectories(target.corpus());
        new Jazzer(target, Files.createDirectories(jazzer.home().resolve("merge")))
                .minimise(smallest, List.of(jazzer.home().resolve("corpus"), corpus));
        List<Path> fewest = in(smallest);
        if (fewest.isEmpty()) {
            return;
        }
        for (Path old : in(corpus)) {
            if (isNamedByJazzer(old)) {
                Files.delete(old);
            }
        }
        for (Path file : fewest) {
            Files.copy(file, corpus.resolve(file.getFileName()));
        }
    }

    /// After the SHA-1 of its content.
    private static boolean isNamedByJazzer(Path file) {
        return file.getFileName().toString().matches("[0-9a-f]{40}");
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : in(folder)) {
            Files.delete(file);
        }
        return folder;
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int seconds(String duration) {
        return Math.toIntExact(
                Duration.parse("PT" + duration.toUpperCase(Locale.ROOT)).toSeconds());
    }
}
