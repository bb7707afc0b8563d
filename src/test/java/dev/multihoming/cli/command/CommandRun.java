package dev.multihoming.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/// One command, run in this process.
///
/// @param exitCode as the process would end with
public record CommandRun(int exitCode, String out, String err) {
    /// The whole program.
    public static CommandRun of(String... arguments) {
        return of(commands(), arguments);
    }

    /// The program without a word of its own, such as for its usage.
    public static CommandLine commands() {
        return Commands.commandLine("");
    }

    static CommandRun of(CommandLine line, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = line.execute(arguments);
        UnaryOperator<String> unix = text -> text.replace(System.lineSeparator(), "\n");
        return new CommandRun(exitCode, unix.apply(out.toString()), unix.apply(err.toString()));
    }
}
