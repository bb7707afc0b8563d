package dev.multihoming.image;

import dev.multihoming.plane.ShortProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a Java runtime is linked with beside itself and glibc. Builds differ: Temurin's bring it along, those of
/// distributions use the system's.
final class LinkedLibraries {
    /// The Debian packages that they are in.
    private static final Map<String, String> PACKAGES =
            Map.of("libz.so.1", "zlib1g", "libstdc++.so.6", "libstdc++6", "libgcc_s.so.1", "libgcc-s1");

    private static final Pattern GLIBC = Pattern.compile("ld-linux.*|lib(?:c|dl|m|pthread|resolv|rt)\\.so\\.[0-9]+");
    private static final Pattern LINKED = Pattern.compile("\\s*(\\S+) => .*");

    private LinkedLibraries() {}

    /// Their names, as they are looked for when Java starts.
    ///
    /// @throws IllegalStateException with a sentence where there is one that no image can bring
    static Set<String> of(Path runtime) {
        List<Path> programs = Folders.files(
                runtime, path -> path.toString().endsWith(".so") || path.endsWith(Path.of("bin", "java")));
        List<String> ldd = new ArrayList<>(List.of("ldd"));
        programs.forEach(path -> ldd.add(path.toString()));
        Set<String> own =
                programs.stream().map(path -> path.getFileName().toString()).collect(Collectors.toSet());
        return beside(own, new ShortProgram(ldd, Map.of()).run("").stdout());
    }

    /// @param own what the runtime itself has
    /// @param linked what `ldd` prints of it
    static Set<String> beside(Set<String> own, String linked) {
        Set<String> others = new TreeSet<>(linked.lines()
                .map(LINKED::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .filter(name -> !own.contains(name) && !GLIBC.matcher(name).matches())
                .toList());
        Set<String> unknown = new TreeSet<>(others);
        unknown.removeAll(PACKAGES.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("This JDK is linked with " + String.join(", ", unknown)
                    + ", which the image has not. Take another build of it, such as Eclipse Temurin.");
        }
        return others;
    }

    /// The packages of those libraries.
    static Set<String> packages(Set<String> libraries) {
        return new TreeSet<>(libraries.stream().map(PACKAGES::get).toList());
    }
}
