package dev.multihoming.cli.policytest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the tests in folders.
public final class TestDiscovery {
    private TestDiscovery() {}

    /// All tests in that file or folder, in the order of their paths.
    ///
    /// @throws BadTest where there are none, or one is not right
    public static List<PolicyTest> in(Path path, Clock clock) {
        TestReader reader = new TestReader(clock);
        List<PolicyTest> tests = new ArrayList<>();
        for (Path file : files(path)) {
            reader.read(file).ifPresent(tests::add);
        }
        if (tests.isEmpty()) {
            throw new BadTest(path, "there is no test here: a YAML file with kind: PolicyTest.");
        }
        return tests;
    }

    private static List<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadTest(path, "it cannot be read.", e);
        }
    }
}
