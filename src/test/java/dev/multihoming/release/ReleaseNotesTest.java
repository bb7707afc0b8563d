package dev.multihoming.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.project.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseNotesTest {
    @ParameterizedTest
    @ValueSource(strings = {"## 0.1.0", "## 0.1.0 (2026-12-01)", "## Unreleased (0.1.0)"})
    void areTheSectionOfTheVersion(String heading) {
        List<String> changelog = List.of(
                "# Changelog",
                "",
                "## 0.1.01",
                "* no",
                "## Before 0.1.0 (development)",
                "* no",
                heading,
                "",
                "* yes",
                "",
                "## 0.0.9",
                "* old");

        assertThat(ReleaseNotes.of("0.1.0", changelog)).isEqualTo("* yes\n");
    }

    @Test
    void mustBeThere() {
        assertThatThrownBy(() -> ReleaseNotes.of("0.2.0", List.of("## 0.1.0", "* it", "## Before 0.2.0", "* it")))
                .hasMessageContaining("no section for 0.2.0");
    }

    @Test
    void theChangelogHasThoseOfThisVersion() throws IOException {
        List<String> changelog = Files.readAllLines(Path.of("CHANGELOG.md"));

        assertThat(ReleaseNotes.of(Pom.releaseVersion(), changelog)).startsWith("* ");
    }
}
