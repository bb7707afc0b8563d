package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.report.TextStyle;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// Runs a command line of the offline commands.
public final class Commands {
    /// How the launcher tells the name it was called by.
    static final String CALLED = "multihoming.called";

    private static final String PLUGIN = "kubectl-multihoming";

    private Commands() {}

    /// Whether `bin/multihoming` started this process, under either of its names.
    public static boolean fromLauncher() {
        return System.getProperty(CALLED) != null;
    }

    /// The exit code: 0 clean, 1 findings, 2 could not run.
    public static int run(String... args) {
        PrintWriter out = utf8(System.out);
        PrintWriter err = utf8(System.err);
        try {
            return commandLine(System.getProperty(CALLED, ""))
                    .setOut(out)
                    .setErr(err)
                    .execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            err.println("multihoming: This is more than the program can take: " + e);
            return ExitCode.COULD_NOT_RUN;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// Whatever the locale: programs read it, and files are written so too.
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    /// The whole tree of commands, as it is called by that name: kubectl finds its plugins by theirs.
    static CommandLine commandLine(String called) {
        CommandLine line = new CommandLine(new RootCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(TextStyle.colorScheme())
                .setExecutionExceptionHandler((failure, command, _) -> failed(failure, command));
        if (called.equals(PLUGIN)) {
            line.setCommandName("kubectl multihoming");
        }
        return line;
    }

    private static int failed(Exception failure, CommandLine command) {
        PrintWriter err = command.getErr();
        if (failure instanceof CannotRun) {
            err.println("multihoming: " + failure.getMessage());
        } else if (failure instanceof CommandLine.ParameterException wrong) {
            err.println(wrong.getMessage());
            wrong.getCommandLine().usage(err);
        } else {
            err.println("multihoming: This is a defect of the program:");
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.COULD_NOT_RUN;
    }
}
