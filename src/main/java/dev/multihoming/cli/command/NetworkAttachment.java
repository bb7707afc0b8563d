package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.cli.manifest.FieldAddition;
import dev.multihoming.cli.manifest.FieldEdit;
import dev.multihoming.cli.manifest.Input;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.cli.manifest.Manifests;
import dev.multihoming.cli.networks.NetworkInventory;
import dev.multihoming.console.engine.Attachments.Selection;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.core.admission.ReviewedKind;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.json.TextEdit;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Attaches one more network to a pod, a workload or a virtual machine of a text: its annotation changes, or the
/// networks of the machine, and nothing else.
record NetworkAttachment(Manifest manifest) {
    /// `namespace` is of objects that name none.
    ///
    /// @throws Refused where the text has no such object
    static NetworkAttachment of(String text, String namespace, Target target) {
        List<Manifest> all = Manifests.of(Input.pasted(text), namespace).stream()
                .filter(it -> FileSource.kinds(it).anyMatch(NetworkInventory::isUser))
                .filter(it -> target.equals(Target.ONLY)
                        || ConsoleDetails.target(it.ref()).equals(target))
                .toList();
        if (all.size() == 1) {
            return new NetworkAttachment(all.getFirst());
        }
        if (!target.equals(Target.ONLY)) {
            throw new Refused((all.isEmpty()
                            ? "The text has no %s %s in namespace %s any more."
                            : "The text has several objects %s %s in namespace %s; leave only one of them.")
                    .formatted(target.kind(), target.name(), target.namespace()));
        }
        throw new Refused(
                all.isEmpty()
                        ? "Paste the manifest of a pod, a workload or a virtual machine."
                        : "The text has several objects that networks can be attached to; leave only one of them.");
    }

    /// @param bindings how KubeVirt connects a guest to a network; asked for machines only
    String with(Selection selection, Function<AnnotatedNetwork, String> bindings) {
        AnnotatedNetwork network = AnnotatedNetwork.of(selection);
        return kind().content() instanceof Content.Machines(var shape)
                ? new MachineAttachment(manifest, steps(shape), network, bindings.apply(network)).text()
                : annotated(network, stepsToPod());
    }

    private String annotated(AnnotatedNetwork network, List<String> steps) {
        String pointer = Stream.concat(
                        steps.stream(), Stream.of("metadata", "annotations", NetworkAnnotations.NETWORKS))
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        JsonNode present = manifest.object().at(pointer);
        if (!present.isMissingNode() && !present.isNull() && !present.isTextual()) {
            throw new Refused("The annotation %s is not a string, and the API server rejects it; quote it in the YAML."
                    .formatted(NetworkAnnotations.NETWORKS));
        }
        // As the webhook does, which takes nothing, an empty text and an empty list alike.
        String there = present.isNull() || present.asText().strip().equals("[]") ? "" : present.asText();
        Optional<String> text = present.isMissingNode()
                ? FieldAddition.annotation(manifest, steps, NetworkAnnotations.NETWORKS, network.alone())
                : changed(pointer, there, network);
        return text.orElseThrow(() ->
                new Refused("The annotation %s cannot be changed without touching other text; change it in the YAML."
                        .formatted(NetworkAnnotations.NETWORKS)));
    }

    /// Within its text where the style of that takes it, or else as a whole.
    private Optional<String> changed(String pointer, String there, AnnotatedNetwork network) {
        if (there.isEmpty()) {
            return FieldEdit.of(manifest, pointer, pointer, network.alone());
        }
        List<TextEdit> edits = network.addedTo(there);
        return FieldEdit.within(manifest, pointer, edits)
                .or(() -> FieldEdit.of(manifest, pointer, pointer, TextEdit.apply(there, edits)));
    }

    private List<String> stepsToPod() {
        return switch (kind().content()) {
            case Content.Pods() -> List.of();
            case Content.Workloads(var shape) -> steps(shape);
            case Content.Machines _,
                    Content.Nads(),
                    Content.Bindings(),
                    Content.Operator(),
                    Content.NetworkPolicies(),
                    Content.Own() -> throw new Refused("No pod comes of this object.");
        };
    }

    private static List<String> steps(Shape shape) {
        return Arrays.stream(shape.pointer().split("/", -1)).skip(1).toList();
    }

    private ReviewedKind kind() {
        return FileSource.kinds(manifest).findFirst().orElseThrow();
    }
}
