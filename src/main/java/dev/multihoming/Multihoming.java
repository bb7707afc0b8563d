package dev.multihoming;

import dev.multihoming.cli.command.Commands;
import dev.multihoming.cli.command.ServeCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the process begins, in either of its two ways: as the webhook, or as a command that ends.
///
/// Only the webhook starts Quarkus. A command has no HTTP server, no configuration of the cluster and no threads of
/// its own, and is over before Quarkus would have started.
@QuarkusMain
public final class Multihoming {
    Multihoming() {}

    public static void main(String... args) {
        if (servesWith(args)) {
            Quarkus.run(args);
        } else {
            // Where a library logs; it asks once, and complains if it is told later.
            System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
            System.exit(Commands.run(args));
        }
    }

    /// A Deployment starts the jar without arguments. The launcher of the offline commands has a class path without
    /// the application that Quarkus generates, so it never serves.
    private static boolean servesWith(String... args) {
        return !Commands.fromLauncher() && (args.length == 0 || args[0].equals(ServeCommand.NAME));
    }
}
