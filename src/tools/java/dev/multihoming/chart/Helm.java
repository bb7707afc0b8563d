package dev.multihoming.chart;

import dev.multihoming.plane.BuiltOnce;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ShortProgram;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The real helm.
///
/// @param environment where its own folders are, and which cluster it talks to
public record Helm(Path program, Map<String, String> environment) {
    public Helm {
        environment = Map.copyOf(environment);
    }

    /// Without a cluster. Nothing of the caller's own folders is read or written.
    /// Empty where there is no Go to build it with.
    public static Optional<Helm> in(Path home) {
        Path folder = home.toAbsolutePath();
        Map<String, String> environment = Map.of(
                "HELM_CACHE_HOME", folder.resolve("cache").toString(),
                "HELM_CONFIG_HOME", folder.resolve("config").toString(),
                "HELM_DATA_HOME", folder.resolve("data").toString(),
                "KUBECONFIG", folder.resolve("no-cluster").toString());
        return BuiltOnce.of("helm").map(programs -> new Helm(programs.resolve("helm"), environment));
    }

    public Helm on(Path kubeconfig) {
        var with = new HashMap<>(environment);
        with.put("KUBECONFIG", kubeconfig.toString());
        return new Helm(program, with);
    }

    public ProgramOutcome run(String... arguments) {
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        return new ShortProgram(command, environment).run("");
    }
}
