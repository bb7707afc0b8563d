package dev.multihoming.docs;

import dev.multihoming.cli.command.CommandRun;
import dev.multihoming.project.Pom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// A document about commands: its template, with what the commands say of themselves and what they print when they are
/// run as it
/// shows. A transcript that is no longer true fails the comparison.
final class CliPage {
    static final int WIDTH = 100;

    private static final Path TEMPLATES = Path.of("src/test/resources/docs");
    private static final String COMMAND = "$ multihoming ";
    private static final String FENCE = "```";

    private CliPage() {}

    /// Of the template with that name.
    static String markdown(String template) {
        List<String> page = new ArrayList<>();
        for (String line : read(TEMPLATES.resolve(template)).lines().toList()) {
            page.addAll(line(line));
        }
        return GeneratedDocs.HEADER + String.join("\n", page) + "\n";
    }

    /// `{{usage nad create}}`, `{{file PATH LINES}}`, a command to run, or itself with `{{repository}}` filled in.
    private static List<String> line(String line) {
        if (line.startsWith("{{usage ")) {
            return fenced("text", usage(words(line)).lines().toList());
        }
        if (line.startsWith("{{file ")) {
            String[] words = words(line);
            List<String> all = read(Path.of(words[0])).lines().toList();
            List<String> shown = new ArrayList<>(all.subList(0, Integer.parseInt(words[1])));
            shown.add("…");
            return fenced("yaml", shown);
        }
        return line.startsWith(COMMAND)
                ? transcript(line)
                : List.of(line.replace("{{repository}}", Pom.sourceRepository()));
    }

    /// Between the braces, without what it is.
    private static String[] words(String directive) {
        String inner = directive.substring(2, directive.length() - 2);
        return inner.substring(inner.indexOf(' ') + 1).split(" ", -1);
    }

    private static List<String> fenced(String language, List<String> lines) {
        List<String> block = new ArrayList<>();
        block.add(FENCE + language);
        block.addAll(lines);
        block.add(FENCE);
        return block;
    }

    private static String usage(String... path) {
        return command(path).getUsageMessage(Ansi.OFF);
    }

    private static CommandLine command(String... path) {
        CommandLine command = CommandRun.commands().setUsageHelpWidth(WIDTH);
        for (String name : path) {
            command = Optional.ofNullable(command.getSubcommands().get(name))
                    .orElseThrow(() -> new IllegalArgumentException("There is no command " + name));
        }
        return command;
    }

    private static List<String> transcript(String line) {
        List<String> lines = new ArrayList<>();
        lines.add(line);
        CommandRun run = CommandRun.of(line.substring(COMMAND.length()).split(" ", -1));
        (run.out() + run.err()).lines().forEach(lines::add);
        return lines;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
