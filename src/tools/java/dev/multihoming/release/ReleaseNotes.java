package dev.multihoming.release;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the changelog says of one version.
final class ReleaseNotes {
    private ReleaseNotes() {}

    /// The section whose heading names the version, as `## 0.1.0 (date)` or `## Unreleased (0.1.0)`.
    /// `## Before 0.1.0` is history.
    static String of(String version, List<String> changelog) {
        Pattern named = Pattern.compile("## (?:Unreleased \\()?" + Pattern.quote(version) + "(?:[ )].*)?");
        String notes = changelog.stream()
                .dropWhile(line -> !named.matcher(line).matches())
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .collect(Collectors.joining("\n"))
                .strip();
        if (notes.isEmpty()) {
            throw new IllegalArgumentException("CHANGELOG.md has no section for " + version);
        }
        return notes + "\n";
    }
}
