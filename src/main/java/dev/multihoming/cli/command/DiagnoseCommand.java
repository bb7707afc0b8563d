package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.explain.DiagnosisText;
import dev.multihoming.cli.explain.Explanation;
import dev.multihoming.cli.explain.ExplanationText;
import dev.multihoming.cli.explain.Explanations;
import dev.multihoming.cli.manifest.CannotRun;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.core.admission.InferredRequester;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.diagnosis.ComparedInterface;
import dev.multihoming.core.diagnosis.NodeError;
import dev.multihoming.core.diagnosis.NodeErrors;
import dev.multihoming.core.diagnosis.PodDiagnosis;
import dev.multihoming.core.diagnosis.PodEvent;
import dev.multihoming.core.diagnosis.ReportedInterface;
import dev.multihoming.core.multus.Printable;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `multihoming diagnose`: why a pod does not get its networks.
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Show why a node does not attach a pod's networks, and what to do.",
            "Reads the pod's events, what Multus reports of it, and what the rules say; writes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing is wrong, or the cause of every failure is known",
            "1:the cause of a failure is not known",
            "2:there is nothing to diagnose, or it cannot be read"
        })
final class DiagnoseCommand implements Callable<Integer> {
    /// A pod that never starts has the same few again and again.
    private static final int MOST_EVENTS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Mixin
    private final JudgingOptions judging = new JudgingOptions();

    /// One of the two.
    private static final class What {
        @Parameters(paramLabel = "pod/NAME", description = "A pod of the kubeconfig's current cluster.")
        private @Nullable String pod;

        @Option(
                names = "--event",
                paramLabel = "TEXT",
                description = "The message of an event, as `kubectl describe pod` shows it; no cluster is asked.")
        private @Nullable String event;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean known = what.event != null ? ofEvent(what.event, out) : ofPod(podName(), out);
        out.flush();
        return known ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private static boolean ofEvent(String event, PrintWriter out) {
        if (event.isBlank()) {
            throw new CannotRun("The event is empty.");
        }
        DiagnosisText text = new DiagnosisText(out);
        Optional<NodeError> error = NodeErrors.in(event);
        text.message(event);
        error.ifPresentOrElse(text::error, text::unknown);
        return error.isPresent();
    }

    /// With its kind, as other commands take it; a name alone is a pod's too.
    private String podName() {
        String given = what.pod == null ? "" : what.pod;
        String kind = given.substring(0, Math.max(0, given.indexOf('/')));
        if (!List.of("", "pod", "pods", "po").contains(kind)) {
            throw new CannotRun("Only pods have events of nodes: name one as pod/NAME.");
        }
        return "pod/" + given.substring(given.indexOf('/') + 1);
    }

    private boolean ofPod(String pod, PrintWriter out) {
        spec.findOption("--cluster").setValue(true);
        try (judging;
                LiveObjects cluster = LiveManifests.connected()) {
            Manifest manifest = new LiveManifests(cluster, judging.namespace()).read(pod);
            List<Explanation> explanations = new Explanations(
                            judging.reviews(List.of(), () -> {}),
                            it -> InferredRequester.of(it.object(), Settings.DEFAULTS),
                            new LiveNetworks(cluster))
                    .of(List.of(manifest), List.of());
            JsonNode object = manifest.object();
            out.println(headline(manifest, object));
            InterfaceTable predicted = explanations.stream()
                    .flatMap(it -> it.table().stream())
                    .findFirst()
                    .orElse(new InterfaceTable(List.of(), List.of()));
            predicted.remarks().forEach(remark -> out.println(Printable.oneLine(remark)));
            PodDiagnosis diagnosis = diagnosis(object, predicted, events(cluster, object, out));
            new DiagnosisText(out).print(diagnosis);
            ExplanationText text = new ExplanationText(out);
            explanations.forEach(it -> text.printFindings(it.answers()));
            return diagnosis.isKnown();
        }
    }

    private static String headline(Manifest manifest, JsonNode pod) {
        String node = pod.at("/spec/nodeName").asText();
        return Printable.oneLine("%s, %s%s"
                .formatted(
                        manifest.title(),
                        phase(pod),
                        node.isEmpty() ? ", not assigned to a node" : ", on node " + node));
    }

    private static String phase(JsonNode pod) {
        return pod.at("/metadata/deletionTimestamp").isTextual()
                ? "Terminating"
                : pod.at("/status/phase").asText("Pending");
    }

    private static PodDiagnosis diagnosis(JsonNode pod, InterfaceTable predicted, List<PodEvent> events) {
        JsonNode status = pod.path("metadata").path("annotations").path(NetworkAnnotations.STATUS);
        Optional<List<ReportedInterface>> reported =
                status.isTextual() ? ReportedInterface.listed(status.asText()) : Optional.empty();
        return PodDiagnosis.of(
                phase(pod), ComparedInterface.of(predicted, reported.orElse(List.of())), reported.isPresent(), events);
    }

    /// Without the right to read them, the rest can be told all the same.
    private static List<PodEvent> events(LiveObjects cluster, JsonNode pod, PrintWriter out) {
        JsonNode metadata = pod.path("metadata");
        try {
            return cluster
                    .warnings(
                            metadata.path("namespace").asText(),
                            metadata.path("uid").asText(),
                            MOST_EVENTS)
                    .stream()
                    .map(DiagnoseCommand::event)
                    .toList();
        } catch (LiveObjects.Unreadable e) {
            out.println("The pod's events cannot be read: " + Printable.oneLine(String.valueOf(e.getMessage())) + ".");
            return List.of();
        }
    }

    private static PodEvent event(JsonNode event) {
        int series = event.at("/series/count").asInt();
        return new PodEvent(
                event.path("reason").asText(),
                event.path("message").asText(),
                LiveObjects.time(event),
                Math.max(1, Math.max(series, event.path("count").asInt())));
    }
}
