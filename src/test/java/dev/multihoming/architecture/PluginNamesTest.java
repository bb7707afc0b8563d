package dev.multihoming.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.multihoming.core.plugins.KnownPlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Only `core/plugins` knows plugins by name. Sources are read, not classes: the compiler copies constants of
/// `core/plugins` into the classes that use them, and compiles a `switch` on text into comparisons of hashes.
class PluginNamesTest {
    private static final Path MAIN = Path.of("src/main/java");

    private static final Path PLUGINS = MAIN.resolve("dev/multihoming/core/plugins");

    /// Names that mean nothing but the plugin. Others, such as `bridge` and `vlan`, are also keys of configs.
    private static final Set<String> UNMISTAKABLE = Set.of(
            "macvlan",
            "ipvlan",
            "cnv-bridge",
            "host-device",
            "sriov",
            "ovn-k8s-cni-overlay",
            "whereabouts",
            "host-local");

    @Test
    void noLiteralOutsideOfThePluginsIsTheNameOfOne() throws IOException {
        assertEquals(List.of(), found(Pattern.compile(anyOf(UNMISTAKABLE.stream()))));
    }

    @Test
    void nothingOutsideOfThePluginsComparesATypeWithALiteral() throws IOException {
        String name = anyOf(Stream.concat(KnownPlugins.types().stream(), KnownPlugins.ipamTypes().stream()));
        String switched = "switch\\s*\\((?:[^()]|\\(\\))*type\\(\\)\\)\\s*\\{\\s*(?://[^\\n]*\\s*)*case\\s+\"";
        String equal = "[tT]ype(?:\\(\\)|\\([^()]*,\\s*\"type\"\\))?\\s*\\.equals(?:IgnoreCase)?\\(\\s*" + name;
        String turned = name + "\\s*\\.equals(?:IgnoreCase)?\\(";
        String labelled = "case\\s+(?:\"[^\"]*\"\\s*,\\s*)*" + name + "\\s*(?:,\\s*\"[^\"]*\"\\s*)*->";
        assertEquals(List.of(), found(Pattern.compile(String.join("|", switched, equal, turned, labelled))));
    }

    @Test
    void thePluginsThemselvesAreFound() throws IOException {
        Pattern names = Pattern.compile(anyOf(UNMISTAKABLE.stream()));
        try (Stream<Path> files = Files.list(PLUGINS)) {
            Set<String> seen = files.filter(Files::isRegularFile)
                    .flatMap(file -> names.matcher(read(file)).results())
                    .map(match -> match.group().replace("\"", ""))
                    .collect(Collectors.toSet());
            assertEquals(UNMISTAKABLE, seen);
        }
        assertTrue(KnownPlugins.types().containsAll(Set.of("macvlan", "ipvlan", "cnv-bridge", "host-device", "sriov")));
    }

    private static String anyOf(Stream<String> names) {
        return names.map(Pattern::quote).collect(Collectors.joining("|", "\"(?:", ")\""));
    }

    private static List<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(PLUGINS))
                    .flatMap(file -> pattern.matcher(code(file)).results().map(match -> file + ": " + match.group()))
                    .sorted()
                    .toList();
        }
    }

    /// Without text blocks and comments, which may show configs.
    private static String code(Path file) {
        return read(file).replaceAll("(?s)\"\"\".*?\"\"\"", "\"\"").replaceAll("(?m)^\\s*//.*$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
