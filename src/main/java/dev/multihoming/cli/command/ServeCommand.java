package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import io.quarkus.runtime.Quarkus;
import picocli.CommandLine.Command;

/// The webhook itself. [Multihoming] starts it without asking picocli, so that a Deployment starts at once; here it
/// is listed, and has its help.
@Command(
        name = ServeCommand.NAME,
        mixinStandardHelpOptions = true,
        description = "Serve the webhooks; also what the jar does without a command. Settings come from the"
                + " environment: see docs/configuration.md.")
public final class ServeCommand implements Runnable {
    public static final String NAME = "serve";

    @Override
    public void run() {
        if (Commands.fromLauncher()) {
            throw new CannotRun(
                    "This program has only the offline commands. To serve the webhooks, run the image, or java -jar"
                            + " target/quarkus-app/quarkus-run.jar.");
        }
        Quarkus.run();
    }
}
