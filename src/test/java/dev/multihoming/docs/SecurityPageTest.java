package dev.multihoming.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A promise of the page is worth the test that it names.
class SecurityPageTest {
    private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?");
    private static final Pattern FIXTURES = Pattern.compile("rules/(MH[0-9]+)");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, Path> tests = tests();
        String page = Files.readString(Path.of("docs/security.md"));

        assertThat(TEST.matcher(page).results()).hasSizeGreaterThan(20).allSatisfy(named -> {
            assertThat(tests).containsKey(named.group(1));
            if (named.group(2) != null) {
                assertThat(text(tests.getOrDefault(named.group(1), Path.of(""))))
                        .contains("void " + named.group(2) + "(");
            }
        });
        assertThat(FIXTURES.matcher(page).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(Path.of("src/test/resources", folder, "fail"))
                        .isDirectory());
    }

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), file -> file, (a, _) -> a));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
