package dev.multihoming;

import dev.multihoming.cli.command.Commands;
import dev.multihoming.cli.command.ServeCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.Level;
import java.util.logging.Logger;

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
            silenceLibraries();
            System.exit(Commands.run(args));
        }
    }

    /// A command says itself what a person should know. The log manager keeps what libraries log, also the answers
    /// of the API server, until Quarkus begins to write it, and here Quarkus never begins.
    static void silenceLibraries() {
        // A library asks once, and complains if it is told later.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /// A Deployment starts the jar without arguments. The launcher of the offline commands has a class path without
    /// the application that Quarkus generates, so it never serves.
    private static boolean servesWith(String... args) {
        return !Commands.fromLauncher() && (args.length == 0 || args[0].equals(ServeCommand.NAME));
    }
}
