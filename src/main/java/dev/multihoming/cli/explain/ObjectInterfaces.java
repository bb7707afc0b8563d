package dev.multihoming.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.admission.ReviewedKind.Content;
import dev.multihoming.core.admission.ReviewedKinds;
import dev.multihoming.core.attachment.AttachedInterface;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.attachment.MachineInterfaces;
import dev.multihoming.core.attachment.MultusSetup;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.attachment.PodInterfaces;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.objects.ObjectReader;
import dev.multihoming.core.objects.PodTemplates;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.TemplateReader.Shape;
import java.util.List;
import java.util.Optional;

/// The interfaces that come of an object: a pod's, those of the pods it makes, of its machine, or on its network.
final class ObjectInterfaces {
    private final MultusSetup multus;
    private final NetworkConfig.Source networks;

    ObjectInterfaces(Settings settings, NetworkConfig.Source networks) {
        this.multus = new MultusSetup(
                settings.multus().interfaceOffset(), settings.multus().namespace());
        this.networks = networks;
    }

    /// Empty for what no pod comes of. `object` is as it is stored, `namespace` where.
    Optional<InterfaceTable> of(JsonNode object, String namespace) {
        return ReviewedKinds.of(
                        object.path("apiVersion").asText(), object.path("kind").asText())
                .flatMap(kind -> of(kind.content(), object, namespace))
                .or(() -> template(object).map(pod -> ofPod(pod, namespace)));
    }

    /// Of a custom resource the first one that selects networks, or else the first one.
    private static Optional<JsonNode> template(JsonNode object) {
        List<JsonNode> all = PodTemplates.paths(object).stream()
                .map(path -> object.at(Shape.pointer(path)))
                .toList();
        return all.stream()
                .filter(pod -> ObjectReader.read(pod).annotations().networks() != null)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private Optional<InterfaceTable> of(Content content, JsonNode object, String namespace) {
        return switch (content) {
            case Content.Pods() -> Optional.of(ofPod(object, namespace));
            case Content.Workloads(Shape shape) -> Optional.of(ofPod(object.at(shape.pointer()), namespace));
            case Content.Machines(Shape shape) -> Optional.of(ofMachine(object.at(shape.pointer()), namespace));
            case Content.Nads() ->
                Optional.of(AttachedInterface.to(
                        new NadRef(namespace, object.at("/metadata/name").asText()), ConfigsOfInputs.read(object)));
            case Content.Bindings(), Content.Operator(), Content.NetworkPolicies(), Content.Own() -> Optional.empty();
        };
    }

    private InterfaceTable ofPod(JsonNode pod, String namespace) {
        return new PodInterfaces(multus, networks)
                .of(
                        namespace,
                        ObjectReader.read(pod).annotations(),
                        pod.at("/spec/hostNetwork").asBoolean());
    }

    private InterfaceTable ofMachine(JsonNode instance, String namespace) {
        return new MachineInterfaces(multus, networks)
                .of(
                        namespace,
                        MachineReader.read(instance),
                        ObjectReader.read(instance).annotations());
    }
}
