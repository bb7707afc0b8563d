package dev.multihoming.image;

import dev.multihoming.plane.ShortProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A package of the Debian that this machine runs, fetched by its own apt (which checks signatures) and
/// unpacked beside the system.
///
/// @param control what dpkg knows of it, in dpkg's own words
/// @param files where it is unpacked
record DebianPackage(String name, String version, String architecture, String control, Path files) {
    /// Into a folder of that name in `folder`.
    static DebianPackage fetch(String name, Path folder) {
        Path work = folder.resolve(name);
        Path files = work.resolve("files");
        try {
            Files.createDirectories(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String hint = "Fetching the Debian package " + name + " (as root, `apt-get update` may help)";
        run(hint, "sh", "-c", "cd \"$1\" && apt-get download --quiet \"$2\"", "fetch", work.toString(), name);
        Path archive = Folders.only(work, ".deb");
        run("Unpacking " + name, "dpkg-deb", "--extract", archive.toString(), files.toString());
        String fields = "${Package}\n${Version}\n${Architecture}";
        List<String> known = run("Reading " + name, "dpkg-deb", "--showformat=" + fields, "--show", archive.toString())
                .lines()
                .toList();
        String control = run("Reading " + name, "dpkg-deb", "--field", archive.toString());
        return new DebianPackage(known.get(0), known.get(1), known.get(2), control, files);
    }

    /// Why there can be none on this machine; empty where there can.
    static String obstacle() {
        for (String tool : List.of("apt-get", "dpkg-deb", "unshare")) {
            if (!new ShortProgram(List.of("sh", "-c", "command -v " + tool), Map.of())
                    .run("")
                    .succeeded()) {
                return "The image is made of Debian packages: build it on Debian or Ubuntu, where there is `%s`."
                        .formatted(tool);
            }
        }
        return "";
    }

    private static String run(String purpose, String... command) {
        return new ShortProgram(List.of(command), Map.of()).run("").orThrow(purpose);
    }
}
