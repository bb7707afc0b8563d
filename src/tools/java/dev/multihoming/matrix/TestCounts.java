package dev.multihoming.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the report of one test class counts.
record TestCounts(int tests, int failed, int skipped) {
    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");

    /// Empty where the class did not run.
    static Optional<TestCounts> of(Path folder, String testClass) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Path> reports;
        try (Stream<Path> files = Files.list(folder)) {
            reports = files.filter(file -> file.getFileName().toString().startsWith("TEST-"))
                    .filter(file -> file.getFileName().toString().endsWith("." + testClass + ".xml"))
                    .toList();
        }
        return reports.isEmpty() ? Optional.empty() : Optional.of(read(Files.readString(reports.getFirst())));
    }

    static TestCounts read(String report) {
        Matcher suite = SUITE.matcher(report);
        if (!suite.find()) {
            throw new IllegalArgumentException("this is not the report of a test class");
        }
        String head = suite.group();
        return new TestCounts(
                number(head, "tests"), number(head, "failures") + number(head, "errors"), number(head, "skipped"));
    }

    private static int number(String head, String name) {
        Matcher attribute = Pattern.compile("\\b" + name + "=\"([0-9]+)\"").matcher(head);
        return attribute.find() ? Integer.parseInt(attribute.group(1)) : 0;
    }

    @Override
    public String toString() {
        String text = "%d passed".formatted(tests - failed - skipped);
        text += skipped == 0 ? "" : ", %d skipped".formatted(skipped);
        return failed == 0 && tests > skipped ? text : "%s, **%d failed**".formatted(text, failed);
    }
}
