package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Ties a program to the JVM that starts it: however that ends, the program ends a second later.
/// A shutdown hook would miss `kill -9`, which is how build tools and machines end a JVM that is late.
final class Leash {
    private static final String SCRIPT = BundledText.read("leash.sh");

    private Leash() {}

    /// The command that runs a program on the leash, its output in a log.
    static List<String> command(Path log, List<String> program) {
        return Stream.concat(Stream.of("/bin/sh", "-c", SCRIPT, "leash", log.toString()), program.stream())
                .toList();
    }

    /// A script that stands in for a program which somebody else starts, and who knows no leash:
    /// `edit` are lines of sh that may change the arguments on their way.
    static String standIn(Path log, Path program, String edit) {
        return "#!/bin/sh\n%s\nset -- %s %s \"$@\"\n%s".formatted(edit, quoted(log), quoted(program), SCRIPT);
    }

    /// A script that starts a program again whenever it ends, each time on a leash that the script itself holds.
    static String keeper(Path log, Path program) {
        return "#!/bin/sh\nwhile :; do\n/bin/sh -c %s leash %s %s \"$@\"\nsleep 1\ndone\n"
                .formatted(quoted(SCRIPT), quoted(log), quoted(program));
    }

    private static String quoted(Object text) {
        return "'" + text.toString().replace("'", "'\\''") + "'";
    }
}
