package dev.multihoming.cli.command;

import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.core.diagnosis.NodeError;
import dev.multihoming.core.diagnosis.NodeErrors;
import dev.multihoming.core.multus.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `multihoming diagnose`: what the error of a node means.
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Show why a node does not attach a pod's networks, and what to do.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the error is known", "1:the error is not known", "2:there is nothing to diagnose"})
final class DiagnoseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--event",
            paramLabel = "TEXT",
            required = true,
            description = "The message of the event FailedCreatePodSandBox, as `kubectl describe pod` shows it.")
    private String event = "";

    @Override
    public Integer call() {
        if (event.isBlank()) {
            throw new CannotRun("The event is empty.");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<NodeError> errors = NodeErrors.in(event);
        out.println("Event   " + Printable.oneLine(event));
        if (errors.isEmpty()) {
            out.println("The error is not known. Run `multihoming check` on the pod and its networks.");
        } else {
            print(errors.getFirst(), out);
        }
        out.flush();
        return errors.isEmpty() ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static void print(NodeError error, PrintWriter out) {
        out.println("Cause   " + error.cause());
        out.println("Remedy  " + error.remedy());
        if (!error.rules().isEmpty()) {
            out.println("Rules   " + String.join(" ", error.rules()));
        }
    }
}
