package dev.multihoming.plane;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The folder of programs that `tools/<name>/build` makes.
public final class GoPrograms {
    /// EX_UNAVAILABLE: the script found no Go.
    private static final int NO_GO = 69;

    private GoPrograms() {}

    /// Empty where there is no Go to build them with. Anything else that goes wrong is an error.
    public static Optional<Path> of(String name) {
        String script = Path.of("tools", name, "build").toAbsolutePath().toString();
        ProgramOutcome outcome = new ShortProgram(List.of(script), Map.of()).run("");
        return outcome.exitCode() == NO_GO
                ? Optional.empty()
                : Optional.of(
                        Path.of(outcome.orThrow("tools/" + name + "/build").strip()));
    }
}
