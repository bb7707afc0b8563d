package dev.multihoming.console.pages;

import dev.multihoming.console.engine.PolicyChanges.Outcome;
import dev.multihoming.console.engine.PolicyChanges.Row;
import dev.multihoming.console.engine.PolicyChanges.Section;
import dev.multihoming.console.pages.Texts.RuleText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What comes of a proposal, as the module of the page shows it: in the language of the reader, but for the
/// messages of rules.
///
/// @param rules of the rows, by code; empty in English
public record ShownOutcome(
        String current,
        String proposed,
        List<Section> sections,
        List<String> gaps,
        String summary,
        String command,
        Map<String, RuleText> rules) {
    /// What a proposal does with a policy.
    private static final Map<String, String> VERBS = Map.of(
            "adds ", "policies.adds",
            "replaces ", "policies.replaces",
            "removes ", "policies.removes");

    private static final String TO = " → ";

    public ShownOutcome {
        sections = List.copyOf(sections);
        gaps = List.copyOf(gaps);
        rules = Map.copyOf(rules);
    }

    public static ShownOutcome of(Outcome outcome) {
        return new ShownOutcome(
                policies(outcome.current()),
                policies(outcome.proposed()),
                outcome.sections().stream().map(ShownOutcome::section).toList(),
                outcome.gaps().stream().map(Texts::translated).toList(),
                Texts.translated(outcome.summary()),
                outcome.command(),
                Texts.rules(outcome.sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .map(Row::rule)
                        .distinct()
                        .toList()));
    }

    /// Which policies there are, and after a colon what the proposal does with them.
    private static String policies(String english) {
        String[] parts = english.split(": ", 2);
        if (parts.length < 2
                || Texts.found(english).filter(it -> !it.equals(english)).isPresent()) {
            return Texts.translated(english);
        }
        String changes = Arrays.stream(parts[1].split(", ", -1))
                .map(ShownOutcome::change)
                .collect(Collectors.joining(", "));
        return Texts.translated(parts[0]) + ": " + changes;
    }

    private static String change(String english) {
        return VERBS.entrySet().stream()
                .filter(verb -> english.startsWith(verb.getKey()))
                .findFirst()
                .map(verb -> Texts.of(
                        verb.getValue(), english.substring(verb.getKey().length())))
                .orElse(english);
    }

    private static Section section(Section section) {
        return new Section(
                title(section.title()),
                section.heads().stream()
                        .map(it -> Texts.translated(Table.heading(it)))
                        .toList(),
                section.total(),
                section.rows().stream().map(row -> row(section.heads(), row)).toList());
    }

    /// It begins with a capital, which words of the engine do not.
    private static String title(String title) {
        String word = title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
        String translated = Texts.translated(word);
        return translated.equals(word) ? title : translated;
    }

    private static Row row(List<String> heads, Row row) {
        return new Row(
                IntStream.range(0, row.cells().size())
                        .mapToObj(i -> cell(heads.get(i), row.cells().get(i)))
                        .toList(),
                row.rule(),
                row.message());
    }

    /// Names stay as they are.
    private static String cell(String head, String text) {
        return switch (head) {
            case "CHANGE" ->
                Arrays.stream(text.split(TO, -1))
                        .map(it -> Texts.of("effect." + it))
                        .collect(Collectors.joining(TO));
            case "NOW", "PROPOSED" -> text.startsWith("(") ? Texts.translated(text) : text;
            default -> text;
        };
    }
}
