package dev.multihoming.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/// Writes the result of one row of `make matrix` into docs/versions.md: the reports of the integration tests that just
/// ran, and what the demo said. Ends with 1 where one of them failed.
public final class Matrix {
    private static final Path PAGE = Path.of("docs", "versions.md");
    private static final Path REPORTS = Path.of("target", "failsafe-reports");

    private static final String INTRODUCTION = """
            <!-- Written by "make matrix"; do not edit. -->

            # Supported versions

            The project is meant for the Kubernetes minor versions 1.30 to 1.37, Multus 4.2.2 to 4.3.0, and the CNI plugins 1.6.2 to 1.10.0.
            The tables show which of them were tried, when, and on which commit. A version without a row was not tried.

            `make matrix` builds each version from its Go modules and runs the tests with it; `make matrix ROWS="kubernetes-1.30.14"` runs one row.
            It is run by hand before a release, and is not part of `make verify`, which uses the newest versions.
            *passed* counts test cases; a skipped case needs a part that this version does not have.
            """;

    private static final String DIFFERENCES = """

            ## Known differences

            The rules follow the newest versions. Older CNI plugins ignore or refuse some fields, and the tests expect that of them:
            [Releases of the CNI plugins](node-behavior.md#releases-of-the-cni-plugins). MH252 warns of networks that use them.
            """;

    private Matrix() {}

    /// Writes one row.
    ///
    /// @param arguments the component, its version, the commit, and the last line of the demo where it ran
    public static void main(String... arguments) throws IOException {
        Component component = Component.of(arguments[0]);
        Map<String, String> results = new TreeMap<>();
        for (String trial : component.trials()) {
            TestCounts.of(REPORTS, trial).ifPresent(counts -> results.put(trial, counts.toString()));
        }
        if (arguments.length > 3) {
            results.put("demo", arguments[3]);
        }
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        Files.writeString(PAGE, page(read(), component, arguments[1], results, day, arguments[2]));
        results.forEach((trial, result) -> System.out.printf("%s %s: %s%n", arguments[1], trial, result));
        boolean isGood = results.values().stream().noneMatch(Matrix::isFailure);
        System.exit(isGood && results.size() == component.trials().size() ? 0 : 1);
    }

    static String page(
            String before,
            Component component,
            String version,
            Map<String, String> results,
            String day,
            String commit) {
        var text = new StringBuilder(INTRODUCTION);
        for (Component each : Component.ALL) {
            VersionTable table = VersionTable.read(each, before);
            if (each.equals(component)) {
                table.put(version, results, day, commit);
            }
            text.append(table);
        }
        return text.append(DIFFERENCES).toString();
    }

    static boolean isFailure(String result) {
        return result.contains("failed") && !result.contains(", 0 failed");
    }

    private static String read() throws IOException {
        return Files.exists(PAGE) ? Files.readString(PAGE) : "";
    }
}
