package dev.multihoming.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final Map<String, String> PASSED = Map.of("FixtureIT", "9 passed", "demo", "29 steps, 0 failed");

    @Test
    void aRowOfEachVersionNewestFirst() {
        String page = Matrix.page("", Component.KUBERNETES, "1.9.1", PASSED, "2026-11-29", "aaaaaaa");
        page = Matrix.page(page, Component.KUBERNETES, "1.30.14", Map.of(), "2026-11-30", "bbbbbbb");

        assertThat(page).contains("""
                | version | FixtureIT | BypassIT | KustomizeIT | UpgradeIT | demo | tried on | commit |
                |---|---|---|---|---|---|---|---|
                | 1.30.14 | not tried | not tried | not tried | not tried | not tried | 2026-11-30 | bbbbbbb |
                | 1.9.1 | 9 passed | not tried | not tried | not tried | 29 steps, 0 failed | 2026-11-29 | aaaaaaa |
                """);
    }

    @Test
    void aNewTrialReplacesItsOwnRowOnly() {
        String page = Matrix.page("", Component.MULTUS, "4.2.2", Map.of("NodeIT", "1 passed"), "2026-11-28", "a");
        page = Matrix.page(page, Component.CNI_PLUGINS, "4.2.2", Map.of("NodeIT", "2 passed"), "2026-11-29", "b");
        page = Matrix.page(page, Component.MULTUS, "4.2.2", Map.of("NodeIT", "3 passed"), "2026-11-30", "c");

        assertThat(page)
                .contains("| 4.2.2 | 3 passed | 2026-11-30 | c |", "| 4.2.2 | 2 passed | 2026-11-29 | b |")
                .doesNotContain("1 passed");
    }

    @Test
    void reportsAreCounted() {
        assertThat(TestCounts.read(suite(7, 0, 0, 0))).hasToString("7 passed");
        assertThat(TestCounts.read(suite(7, 0, 0, 2))).hasToString("5 passed, 2 skipped");
        assertThat(TestCounts.read(suite(7, 1, 2, 0))).hasToString("4 passed, **3 failed**");
    }

    @Test
    void aClassThatRanNothingHasNotPassed() {
        assertThat(Matrix.isFailure(TestCounts.read(suite(2, 0, 0, 2)).toString()))
                .isTrue();
    }

    @Test
    void failuresAreSeen() {
        assertThat(Matrix.isFailure("4 passed, **3 failed**")).isTrue();
        assertThat(Matrix.isFailure("29 steps, 2 failed")).isTrue();
        assertThat(Matrix.isFailure("29 steps, 0 failed")).isFalse();
        assertThat(Matrix.isFailure("4 passed, 1 skipped")).isFalse();
    }

    private static String suite(int tests, int failures, int errors, int skipped) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="x" name="SomeIT" time="3" tests="%d" errors="%d" skipped="%d" failures="%d">
                  <testcase name="one"/>
                </testsuite>
                """.formatted(tests, errors, skipped, failures);
    }
}
