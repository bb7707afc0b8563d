package dev.multihoming.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// What a command line came to, in this process.
record Ran(int exitCode, String out, String err) {
    static Ran multihoming(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                Commands.commandLine("multihoming").setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = line.execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
