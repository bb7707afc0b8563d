package dev.multihoming.bench;

import dev.multihoming.plane.ShortProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The objects of another Java process that are left after a collection of garbage.
final class LiveHeap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private LiveHeap() {}

    /// Their bytes. The collection happens when it is asked.
    static long bytes(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        // Without the options of the measured server, of which jcmd would tell on its output.
        String histogram = new ShortProgram(
                        List.of(jcmd, Long.toString(pid), "GC.class_histogram"), Map.of("JAVA_TOOL_OPTIONS", ""))
                .run("")
                .orThrow("Asking for the live objects");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("No total among the live objects");
        }
        return Long.parseLong(total.group(1));
    }
}
