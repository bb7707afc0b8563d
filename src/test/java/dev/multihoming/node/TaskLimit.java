package dev.multihoming.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A cgroup with a limit on tasks, where this machine lets us have one. (A limit by `ulimit` does not hold for root.)
final class TaskLimit implements AutoCloseable {
    /// Threads count too, and a Go program has about ten: some 30 programs at once.
    private static final int MOST = 400;

    private static final List<Path> ROOTS = List.of(Path.of("/sys/fs/cgroup/pids"), Path.of("/sys/fs/cgroup"));

    private final Optional<Path> group;

    private TaskLimit(Optional<Path> group) {
        this.group = group;
    }

    static TaskLimit create(String name) {
        return new TaskLimit(ROOTS.stream()
                .flatMap(root -> create(root.resolve(name)).stream())
                .findFirst());
    }

    /// Empty where no group can be made there, or none that limits tasks.
    private static Optional<Path> create(Path group) {
        try {
            Files.createDirectories(group);
            if (Files.isWritable(group.resolve("pids.max"))) {
                Files.writeString(group.resolve("pids.max"), Integer.toString(MOST));
                return Optional.of(group);
            }
            Files.deleteIfExists(group);
        } catch (IOException _) {
            // Not permitted here: what is too much is seen and ended all the same, only later.
        }
        return Optional.empty();
    }

    /// The command that runs another inside the limit.
    List<String> around(List<String> command) {
        List<String> enter = group.map(folder -> List.of(
                        "sh",
                        "-c",
                        "echo $$ > \"$0\" && exec \"$@\"",
                        folder.resolve("cgroup.procs").toString()))
                .orElse(List.of());
        return Stream.concat(enter.stream(), command.stream()).toList();
    }

    /// The processes in it now.
    List<String> processes() {
        try {
            return group.isPresent() ? Files.readAllLines(group.get().resolve("cgroup.procs")) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (group.isPresent()) {
                Files.deleteIfExists(group.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
