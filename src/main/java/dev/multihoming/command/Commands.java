package dev.multihoming.command;

import dev.multihoming.lint.CannotRun;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Runs a command line of the offline commands.
public final class Commands {
    /// How the launcher tells the name it was called by.
    static final String CALLED = "multihoming.called";

    private static final String PLUGIN = "kubectl-multihoming";

    private Commands() {}

    /// The exit code: 0 clean, 1 findings, 2 could not run.
    public static int run(String... args) {
        return commandLine(System.getProperty(CALLED, "")).execute(args);
    }

    /// The whole tree of commands, as it is called by that name: kubectl finds its plugins by theirs.
    static CommandLine commandLine(String called) {
        CommandLine line = new CommandLine(new RootCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command));
        if (called.equals(PLUGIN)) {
            line.setCommandName("kubectl multihoming");
        }
        return line;
    }

    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof CannotRun) {
            PrintWriter err = command.getErr();
            err.println(Ansi.AUTO.string("multihoming: ") + failure.getMessage());
            err.flush();
            return ExitCode.COULD_NOT_RUN;
        }
        throw failure;
    }
}
