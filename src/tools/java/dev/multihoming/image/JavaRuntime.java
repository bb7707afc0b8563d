package dev.multihoming.image;

import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// The part of the JDK at hand that the webhook needs, by jlink.
///
/// @param version such as `25.0.3+9-LTS`
/// @param vendor who built it
public record JavaRuntime(String version, String vendor) {
    /// Where it lies in the image; the AOT cache holds only for there.
    static final String HOME = "/opt/java";

    /// What jdeps finds in the application and its libraries, less what they do without: java.desktop, java.sql
    /// and the compilers. jdk.jfr is for people who have to look into a running server.
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.logging",
            "java.management",
            "java.naming",
            // The console is served with it.
            "jdk.httpserver",
            "jdk.jfr",
            "jdk.management",
            "jdk.unsupported");

    /// In force for whatever this runtime starts. JAVA_TOOL_OPTIONS comes after them and can change each. What
    /// they do is told, with numbers, in docs/performance.md.
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            // It grows where hostile or large bodies need it, and is small else.
            "-XX:InitialHeapSize=16m",
            "-XX:MaxNewSize=8m",
            "-XX:NewSize=8m",
            "-XX:MaxRAMPercentage=50",
            // The other replica answers meanwhile; a heap that is full stays full.
            "-XX:+ExitOnOutOfMemoryError",
            // Netty puts keys into stores in memory, under passwords that lie beside them: ten thousand rounds of
            // hashing protect nothing there, and a start does it twice. Nothing writes such a store to a disk.
            "-Dkeystore.pkcs12.keyPbeIterationCount=1",
            // What the compilers leave behind is given back, every five seconds.
            "-XX:TrimNativeHeapInterval=5000",
            // The AOT cache stays where it was made for: moved, most of it would be written to at every start.
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");

    /// All of them, for a Java that was not linked with them.
    public static String options() {
        return String.join(" ", OPTIONS);
    }

    /// Links it into `home`, which must not exist.
    static JavaRuntime link(Path home) {
        Path jdk = Path.of(System.getProperty("java.home"));
        List<String> jlink = List.of(
                jdk.resolve("bin/jlink").toString(),
                "--add-modules=" + String.join(",", MODULES),
                "--add-options=" + String.join(" ", OPTIONS),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output=" + home);
        new ShortProgram(jlink, Map.of()).run("").orThrow("Linking a runtime of the JDK in " + jdk);
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(jdk.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JavaRuntime(unquoted(release, "JAVA_RUNTIME_VERSION"), unquoted(release, "IMPLEMENTOR"));
    }

    private static String unquoted(Properties release, String key) {
        return release.getProperty(key, "unknown").replace("\"", "");
    }
}
