package dev.multihoming.conformance;

import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ShortProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A node and its pods as network namespaces, whose names no two processes share. All that plugins make
/// lives and dies in them: bridges, links, firewall rules.
public final class Namespaces implements AutoCloseable {
    private static final String PREFIX = "mh-conformance-";

    private final String own = PREFIX + ProcessHandle.current().pid() + "-" + Integer.toHexString(hashCode()) + "-";
    private final List<String> made = new ArrayList<>();
    private final Thread onExit = new Thread(this::deleteAll);

    public Namespaces() {
        deleteLeftovers();
        // Also where somebody interrupts Maven.
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /// Replaces whatever there was by empty namespaces of these short names, their loopback up.
    public void renew(String... names) {
        List<String> commands = new ArrayList<>(deletions());
        made.clear();
        for (String name : names) {
            made.add(own + name);
            commands.add("netns add " + own + name);
        }
        batch(commands).orThrow("ip netns add");
        made.forEach(name -> run(name, "ip", "link", "set", "lo", "up"));
    }

    /// Where a plugin finds that namespace.
    public String path(String name) {
        return "/run/netns/" + own + name;
    }

    /// Lines of `ip -batch` inside that namespace. `@pod` stands for the other namespace called `pod`.
    public void links(String name, List<String> lines) {
        if (!lines.isEmpty()) {
            String text = String.join("\n", lines).replace("@", own);
            new ShortProgram(List.of("ip", "-n", own + name, "-batch", "-"), Map.of())
                    .run(text + "\n")
                    .orThrow(text);
        }
    }

    /// A program that runs inside that namespace.
    public ShortProgram program(String name, Map<String, String> environment, String... command) {
        return new ShortProgram(
                Stream.concat(Stream.of("ip", "netns", "exec", own + name), Stream.of(command))
                        .toList(),
                environment);
    }

    private static ProgramOutcome run(String namespace, String... command) {
        return new ShortProgram(
                        Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(command))
                                .toList(),
                        Map.of())
                .run("");
    }

    private List<String> deletions() {
        return made.stream().map(name -> "netns del " + name).toList();
    }

    private void deleteAll() {
        batch(deletions());
    }

    private static ProgramOutcome batch(List<String> commands) {
        String text = commands.stream().map(line -> line + "\n").collect(Collectors.joining());
        return new ShortProgram(List.of("ip", "-force", "-batch", "-"), Map.of()).run(text);
    }

    /// Those of processes that were killed before they could tidy up.
    private static void deleteLeftovers() {
        ProgramOutcome listed = new ShortProgram(List.of("ip", "netns", "list"), Map.of()).run("");
        batch(listed.stdout()
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(name -> name.startsWith(PREFIX))
                .filter(name ->
                        ProcessHandle.of(Long.parseLong(name.split("-", 4)[2])).isEmpty())
                .map(name -> "netns del " + name)
                .toList());
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onExit);
        deleteAll();
        made.clear();
    }
}
