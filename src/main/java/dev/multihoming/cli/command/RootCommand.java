package dev.multihoming.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `multihoming` without arguments prints its usage, as kubectl does. Each command is a class of its own, listed here.
@Command(
        name = "multihoming",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks manifests against multihoming-webhook before you apply them.",
        subcommands = {
            CheckCommand.class,
            ExplainCommand.class,
            DiagnoseCommand.class,
            DoctorCommand.class,
            NetworksCommand.class,
            NadCommand.class,
            TestCommand.class,
            PolicyCommand.class,
            ConsoleCommand.class,
            ConsoleServerCommand.class,
            CompletionCommand.class,
            ServeCommand.class
        })
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        CommandLine root = spec.commandLine();
        root.usage(root.getOut());
    }
}
