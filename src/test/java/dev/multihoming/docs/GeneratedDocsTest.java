package dev.multihoming.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GeneratedDocsTest {
    @TestFactory
    Stream<DynamicTest> everyDocumentIsWhatTheCodeSays() {
        return GeneratedDocs.all().entrySet().stream()
                .map(document -> DynamicTest.dynamicTest(
                        document.getKey().toString(),
                        () -> assertThat(document.getKey())
                                .as("stale: run \"make docs\" and commit what changed")
                                .exists()
                                .content()
                                .isEqualTo(document.getValue())));
    }

    @Test
    void noRulePageIsLeftOver() throws IOException {
        try (Stream<Path> pages = Files.list(GeneratedDocs.RULES)) {
            assertThat(pages)
                    .as("a page without a rule: remove it")
                    .isSubsetOf(GeneratedDocs.all().keySet());
        }
    }
}
