package dev.multihoming.docs;

import dev.multihoming.cli.command.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// A man page a command (section 1), from what the commands say of themselves.
final class ManPages {
    private static final Path FOLDER = Path.of("docs/man");

    private final String name;
    private final CommandLine command;
    private final List<String> lines = new ArrayList<>();

    private ManPages(String name, CommandLine command) {
        this.name = name;
        this.command = command;
    }

    static Map<Path, String> all() {
        Map<Path, String> pages = new TreeMap<>();
        collect("multihoming", CommandRun.commands().setUsageHelpWidth(CliPage.WIDTH), pages);
        return pages;
    }

    private static void collect(String name, CommandLine command, Map<Path, String> pages) {
        pages.put(FOLDER.resolve(name + ".1"), new ManPages(name, command).page());
        command.getSubcommands().forEach((inner, each) -> collect(name + "-" + inner, each, pages));
    }

    private String page() {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        lines.add(".\\\" Generated from the commands by \"make docs\"; do not edit.");
        lines.add(".TH \"" + text(name.toUpperCase(java.util.Locale.ROOT))
                + "\" \"1\" \"\" \"multihoming\" \"multihoming\"");
        // Words of commands do not break.
        lines.add(".nh");
        lines.add(".ad l");
        section("NAME");
        lines.add(text(name) + " \\- " + text(filled(usage.description()[0])));
        section("SYNOPSIS");
        lines.add(text(command.getHelp().synopsis(0).replaceAll("\\s+", " ").strip()));
        section("DESCRIPTION");
        paragraphs(usage.description());
        parameters();
        options();
        subcommands();
        exitCodes(usage.exitCodeList());
        if (usage.footer().length > 0) {
            section("NOTES");
            paragraphs(usage.footer());
        }
        seeAlso();
        return String.join("\n", lines) + "\n";
    }

    private void parameters() {
        List<PositionalParamSpec> parameters = command.getCommandSpec().positionalParameters();
        if (!parameters.isEmpty()) {
            section("PARAMETERS");
            parameters.forEach(it -> entry("\\fI" + text(it.paramLabel()) + "\\fR", filled(it.description())));
        }
    }

    private void options() {
        section("OPTIONS");
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> entry(names(option), filled(description(option))));
    }

    private static String names(OptionSpec option) {
        String names =
                Stream.of(option.names()).map(it -> "\\fB" + text(it) + "\\fR").collect(Collectors.joining(", "));
        return option.arity().max() == 0 ? names : names + "=\\fI" + text(option.paramLabel()) + "\\fR";
    }

    /// With what picocli fills in for a terminal.
    private static String[] description(OptionSpec option) {
        String candidates =
                option.completionCandidates() == null ? "" : String.join(", ", option.completionCandidates());
        return Stream.of(option.description())
                .map(line -> line.replace("${COMPLETION-CANDIDATES}", candidates)
                        .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue())))
                .toArray(String[]::new);
    }

    private void subcommands() {
        if (!command.getSubcommands().isEmpty()) {
            section("COMMANDS");
            command.getSubcommands()
                    .forEach((inner, each) -> entry(
                            "\\fB" + text(inner) + "\\fR",
                            filled(each.getCommandSpec().usageMessage().description()[0])));
        }
    }

    private void exitCodes(Map<String, String> codes) {
        if (!codes.isEmpty()) {
            section("EXIT STATUS");
            codes.forEach((code, meaning) -> entry("\\fB" + code + "\\fR", meaning));
        }
    }

    private void seeAlso() {
        String parent = name.contains("-") ? name.substring(0, name.lastIndexOf('-')) : "";
        List<String> others = new ArrayList<>();
        if (!parent.isEmpty()) {
            others.add(parent);
        }
        command.getSubcommands().keySet().forEach(inner -> others.add(name + "-" + inner));
        section("SEE ALSO");
        lines.add(others.stream().map(it -> "\\fB" + text(it) + "\\fR(1)").collect(Collectors.joining(", ")));
    }

    private void section(String title) {
        lines.add(".SH " + title);
    }

    private void entry(String term, String description) {
        lines.add(".TP");
        lines.add(term);
        lines.add(text(description));
    }

    private void paragraphs(String... texts) {
        for (String each : texts) {
            lines.add(each.isBlank() ? ".PP" : text(filled(each)));
        }
    }

    private static String filled(String... description) {
        return String.join(" ", description)
                .replace("%n", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// Without what the formatter of man pages would take for its own.
    private static String text(String words) {
        String safe = words.replace("\\", "\\\\").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
