package dev.multihoming.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `multihoming nad`: what there is to do with networks.
@Command(
        name = "nad",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Work on NetworkAttachmentDefinitions.",
        subcommands = NadCreateCommand.class)
final class NadCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: nad create.");
    }
}
