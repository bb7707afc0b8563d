package dev.multihoming.image;

import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The part of the JDK at hand that the webhook needs, by jlink.
///
/// @param version such as `25.0.3+9-LTS`
/// @param vendor who built it
record JavaRuntime(String version, String vendor) {
    /// Where it lies in the image; the AOT cache holds only for there.
    static final String HOME = "/opt/java";

    /// What jdeps finds in the application and its libraries, less what they do without: java.desktop (beans and
    /// pictures),
    /// java.sql and the compilers. jdk.jfr is for whoever has to look into a running server.
    private static final String MODULES =
            "java.base,java.logging,java.management,java.naming,jdk.jfr,jdk.management,jdk.unsupported";

    /// In force for whatever this runtime starts, and before JAVA_TOOL_OPTIONS, which can so change each of them. Why
    /// these:
    /// docs/performance.md.
    private static final String OPTIONS = String.join(
            " ",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=60",
            "-XX:+ExitOnOutOfMemoryError");

    /// Those of java.base: all that TLS and certificates need.
    private static final List<String> PROVIDERS = List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");

    private static final Pattern LISTED_PROVIDER = Pattern.compile("security\\.provider\\.\\d+=.*");

    /// Links it into `home`, which must not exist.
    static JavaRuntime link(Path home) {
        Path jdk = Path.of(System.getProperty("java.home"));
        List<String> jlink = List.of(
                jdk.resolve("bin/jlink").toString(),
                "--add-modules=" + MODULES,
                "--add-options=" + OPTIONS,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output=" + home);
        new ShortProgram(jlink, Map.of()).run("").orThrow("Linking a runtime of the JDK in " + jdk);
        keepProviders(home.resolve("conf/security/java.security"));
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(jdk.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JavaRuntime(unquoted(release, "JAVA_RUNTIME_VERSION"), unquoted(release, "IMPLEMENTOR"));
    }

    /// jlink leaves the list of security providers as it was. For each that is not there any more Java makes every
    /// provider
    /// of the class path, which takes as long as all the rest of the start: Bouncy Castle's is among them.
    private static void keepProviders(Path configuration) {
        try {
            List<String> lines = Files.readAllLines(configuration).stream()
                    .filter(line -> !LISTED_PROVIDER.matcher(line).matches())
                    .toList();
            List<String> kept = IntStream.range(0, PROVIDERS.size())
                    .mapToObj(i -> "security.provider.%d=%s".formatted(i + 1, PROVIDERS.get(i)))
                    .toList();
            Files.write(
                    configuration, Stream.concat(lines.stream(), kept.stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(Properties release, String key) {
        return release.getProperty(key, "unknown").replace("\"", "");
    }
}
