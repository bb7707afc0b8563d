package dev.multihoming.docs;

import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Mode;
import dev.multihoming.fixtures.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The page of one rule: its card, and its fixtures as examples.
record RulePage(Card card, List<Fixture> fixtures) {
    String markdown() {
        StringBuilder page = new StringBuilder(4096)
                .append(GeneratedDocs.HEADER)
                .append("# %s %s%n%n%s%n%n".formatted(card.code(), card.name(), card.summary()))
                .append("| built-in policy | since |%n|---|---|%n| %s | %s |%n%n"
                        .formatted(decision(card.mode()), card.since()))
                .append("## Why%n%n%s%n%n## What to do%n%n%s%n"
                        .formatted(card.why().strip(), card.remedy().strip()));
        page.append(source());
        section(page, "Reported", Fixture.Kind.FAIL);
        section(page, "Repaired", Fixture.Kind.FIX);
        section(page, "Not reported", Fixture.Kind.PASS);
        return page.toString();
    }

    /// Where the facts are that the rule relies on; empty where it relies on none of the node.
    private String source() {
        Map<String, String> headings = NodeBehavior.headings();
        String links = NodeBehavior.citationsOf(card.code()).stream()
                .filter(headings::containsKey)
                .map(anchor -> "[%s](../node-behavior.md#%s)".formatted(headings.get(anchor), anchor))
                .collect(Collectors.joining(", "));
        return links.isEmpty() ? "" : "%n## References%n%nNode behavior: %s.%n".formatted(links);
    }

    static String decision(Mode mode) {
        return switch (mode) {
            case ENFORCE -> "denied";
            case WARN -> "admitted with a warning";
            case AUDIT -> "admitted, and counted";
            case OFF -> "admitted";
        };
    }

    private void section(StringBuilder page, String title, Fixture.Kind kind) {
        List<Fixture> examples =
                fixtures.stream().filter(fixture -> fixture.kind() == kind).toList();
        if (examples.isEmpty()) {
            return;
        }
        page.append("%n## %s%n".formatted(title));
        for (Fixture example : examples) {
            page.append("%n%s%n%n```yaml%n%s%n```%n".formatted(example.why(), manifest(example)));
            if (kind != Fixture.Kind.PASS) {
                page.append("%n```text%n%s```%n".formatted(read(example.approved())));
            }
        }
    }

    private static String manifest(Fixture fixture) {
        return read(fixture.file())
                .lines()
                .skip(1)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
