package dev.multihoming.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The completion script of fish, which picocli has none for: a line each for commands and options.
final class FishCompletion {
    private final String program;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(String program, CommandLine root) {
        FishCompletion script = new FishCompletion(program);
        script.lines.add("# fish completion of " + program + "; generated");
        script.command(root, List.of());
        return String.join("\n", script.lines) + "\n";
    }

    private void command(CommandLine command, List<String> path) {
        Map<String, CommandLine> inner = command.getSubcommands();
        String here = path.isEmpty() ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + path.getLast();
        String condition = inner.isEmpty() || path.isEmpty()
                ? here
                : here + "; and not __fish_seen_subcommand_from " + String.join(" ", inner.keySet());
        inner.forEach((name, each) -> lines.add("complete -c %s -f -n %s -a %s -d %s"
                .formatted(program, quoted(condition), name, quoted(summary(each)))));
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> lines.add(option(option, here)));
        command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> parameter.completionCandidates() != null)
                .forEach(parameter -> lines.add("complete -c %s -f -n %s -a %s"
                        .formatted(program, quoted(here), quoted(String.join(" ", parameter.completionCandidates())))));
        inner.forEach((name, each) -> {
            List<String> below = new ArrayList<>(path);
            below.add(name);
            command(each, below);
        });
    }

    private String option(OptionSpec option, String condition) {
        String names = List.of(option.names()).stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        String value = option.arity().max() > 0 ? " -r" : "";
        String words = option.completionCandidates() == null
                ? ""
                : " -f -a "
                        + quoted(String.join(" ", option.completionCandidates()).toLowerCase(java.util.Locale.ROOT));
        return "complete -c %s -n %s %s%s%s -d %s"
                .formatted(program, quoted(condition), names, value, words, quoted(first(option.description())));
    }

    private static String summary(CommandLine command) {
        return first(command.getCommandSpec().usageMessage().description());
    }

    private static String first(String... description) {
        return description.length == 0
                ? ""
                : description[0].replaceAll("\\s*\\(default: .*\\)", "").replaceAll("\\$\\{.*}", "the words");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
