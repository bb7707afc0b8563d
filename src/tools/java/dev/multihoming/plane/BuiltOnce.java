package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folder of programs that `tools/<name>/build` makes once and keeps.
public final class BuiltOnce {
    /// EX_UNAVAILABLE: the script did not find what it needs, such as Go.
    private static final int CANNOT_BUILD = 69;

    private BuiltOnce() {}

    /// Empty where there is nothing to build them with. Anything else that goes wrong is an error.
    public static Optional<Path> of(String name) {
        String script = Path.of("tools", name, "build").toAbsolutePath().toString();
        ProgramOutcome outcome = new ShortProgram(List.of(script), Map.of()).run("");
        return outcome.exitCode() == CANNOT_BUILD
                ? Optional.empty()
                : Optional.of(
                        Path.of(outcome.orThrow("tools/" + name + "/build").strip()));
    }
}
