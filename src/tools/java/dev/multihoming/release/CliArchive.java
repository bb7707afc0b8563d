package dev.multihoming.release;

import dev.multihoming.plane.ShortProgram;
import dev.multihoming.project.Pom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The offline commands with a Java runtime of their own, a cache of loaded classes, completion and man pages.
final class CliArchive {
    /// What jdeps finds in the application and its libraries, less what the commands do without.
    private static final String MODULES =
            "java.base,java.logging,java.management,java.naming,java.xml,jdk.management,jdk.unsupported,jdk.httpserver";

    /// What the commands start with later is what they see here: every format, and a look at all of the fixtures.
    private static final List<String> TRAINING =
            List.of("check", "--output", "json", "demo", "src/test/resources/rules");

    private final Path home;

    /// @param folder to put the parts together in
    CliArchive(Path folder, String platform) {
        this.home = folder.resolve("multihoming-%s-%s".formatted(Pom.version(), platform))
                .toAbsolutePath();
    }

    /// Returns the archive, in `target`.
    Path write(Path target) throws IOException {
        run(Map.of(), "tools/offline-command", home.toString());
        storeJars();
        link();
        Files.delete(home.resolve("java"));
        train();
        manPages();
        completion();
        Files.copy(Path.of("LICENSE"), home.resolve("LICENSE"));
        Path archive = target.resolve(home.getFileName() + ".tar.gz").toAbsolutePath();
        run(
                Map.of(),
                "tar",
                "--create",
                "--use-compress-program=gzip -9",
                "--file=" + archive,
                "--owner=0",
                "--group=0",
                "--numeric-owner",
                "--sort=name",
                "--directory=" + home.getParent(),
                home.getFileName().toString());
        return archive;
    }

    /// The archive compresses classes of all jars together, and better than each jar its own.
    private void storeJars() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                Path stored = Files.createTempFile(home, "jar-", "");
                try (var from = new ZipFile(jar.toFile());
                        var to = new ZipOutputStream(Files.newOutputStream(stored))) {
                    to.setMethod(ZipOutputStream.STORED);
                    for (ZipEntry entry : Collections.list(from.entries())) {
                        store(entry, from, to);
                    }
                }
                Files.move(stored, jar, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void store(ZipEntry entry, ZipFile from, ZipOutputStream to) throws IOException {
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setSize(entry.getSize());
        stored.setCrc(entry.getCrc());
        stored.setTime(entry.getTime());
        to.putNextEntry(stored);
        from.getInputStream(entry).transferTo(to);
        to.closeEntry();
    }

    private void link() {
        Path jdk = Path.of(System.getProperty("java.home"));
        run(
                Map.of(),
                jdk.resolve("bin/jlink").toString(),
                "--add-modules=" + MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output=" + home.resolve("runtime"));
    }

    private void train() throws IOException {
        String[] command =
                Stream.concat(Stream.of(program()), TRAINING.stream()).toArray(String[]::new);
        // What it finds in the fixtures is no failure: 1 says that something would be denied.
        var outcome = new ShortProgram(List.of(command), Map.of("MULTIHOMING_AOT", "record")).run("");
        if (outcome.exitCode() != 1 || !Files.exists(home.resolve("multihoming.aot"))) {
            throw new IllegalStateException("No cache of loaded classes: " + outcome.stderr());
        }
    }

    private void manPages() throws IOException {
        Path pages = Files.createDirectories(home.resolve("share/man/man1"));
        try (Stream<Path> all = Files.list(Path.of("docs/man"))) {
            for (Path page : all.sorted().toList()) {
                Files.copy(page, pages.resolve(page.getFileName()));
            }
        }
    }

    private void completion() throws IOException {
        Path scripts = Files.createDirectories(home.resolve("share/completion"));
        for (String shell : List.of("bash", "zsh", "fish")) {
            Files.writeString(scripts.resolve("multihoming." + shell), run(Map.of(), program(), "completion", shell));
        }
    }

    private String program() {
        return home.resolve("multihoming").toString();
    }

    private static String run(Map<String, String> environment, String... command) {
        return new ShortProgram(List.of(command), environment).run("").orThrow(String.join(" ", command));
    }
}
