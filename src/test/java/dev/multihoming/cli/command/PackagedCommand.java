package dev.multihoming.cli.command;

import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.ShortProgram;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The command as it is shipped, with the kubeconfig of a cluster.
record PackagedCommand(Kubectl kubectl) {
    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    ProgramOutcome run(String... arguments) {
        List<String> command = Stream.concat(
                        // As the launcher does: Netty uses what Java warns of.
                        Stream.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "--sun-misc-unsafe-memory-access=allow",
                                "-jar",
                                JAR),
                        Stream.of(arguments))
                .toList();
        return new ShortProgram(
                        command, Map.of("KUBECONFIG", kubectl.kubeconfig().toString()))
                .run("");
    }
}
