package dev.multihoming.cli.command;

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
        Quarkus.run();
    }
}
