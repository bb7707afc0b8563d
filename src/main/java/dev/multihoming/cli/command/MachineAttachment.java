package dev.multihoming.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.cli.manifest.FieldAddition;
import dev.multihoming.cli.manifest.Manifest;
import dev.multihoming.console.engine.Engine.Refused;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.GoMac;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Attaches one more network to a virtual machine: an element of `networks`, and an interface of the same name.
///
/// A machine with neither gets a pod network from KubeVirt, which it would lose with the first network of its own.
/// That one is written, too, unless `autoattachPodInterface` declines it
/// (node-behavior.md#networks-of-a-virtual-machine).
///
/// @param template the steps to what has the `spec` of the VirtualMachineInstance
/// @param binding how the guest is connected to the interface of its pod
record MachineAttachment(Manifest manifest, List<String> template, AnnotatedNetwork network, String binding) {
    private static final String POD_NETWORK = "default";

    private static final int LONGEST_NAME = 63;
    private static final int BYTES_OF_MAC = 6;

    String text() {
        if (!network.ips().isEmpty() || !network.interfaceName().isEmpty()) {
            throw new Refused("KubeVirt names the interface in the pod, and the guest sets its own addresses: leave"
                    + " interface and addresses empty.");
        }
        if (!network.mac().isEmpty() && GoMac.bytes(network.mac()) != BYTES_OF_MAC) {
            throw new Refused("%s is not a MAC address of 6 bytes; write one such as 02:00:00:00:00:01."
                    .formatted(Quoted.of(network.mac())));
        }
        String name = name();
        ObjectNode source = named(name);
        source.putObject("multus")
                .put("networkName", (network.namespace().isEmpty() ? "" : network.namespace() + "/") + network.name());
        ObjectNode device = named(name);
        device.putObject(binding);
        if (!network.mac().isEmpty()) {
            device.put("macAddress", network.mac());
        }
        Manifest first =
                added(manifest, devices(), hasAutomaticNetwork() ? List.of(podDevice(), device) : List.of(device));
        return added(first, path("networks"), hasAutomaticNetwork() ? List.of(podNetwork(), source) : List.of(source))
                .source()
                .text();
    }

    private Manifest added(Manifest to, List<String> path, List<ObjectNode> elements) {
        String text = FieldAddition.elements(to, path, elements)
                .orElseThrow(() -> new Refused(
                        "The list spec.%s cannot be changed without touching other text; change it in the YAML."
                                .formatted(String.join(".", path.subList(template.size() + 1, path.size())))));
        return NetworkAttachment.of(text, manifest.namespace(), ConsoleDetails.target(manifest.ref()))
                .manifest();
    }

    private boolean hasAutomaticNetwork() {
        return at(path("networks")).isEmpty()
                && at(devices()).isEmpty()
                && at(path("domain", "devices", "autoattachPodInterface")).asBoolean(true);
    }

    private static ObjectNode podNetwork() {
        ObjectNode network = named(POD_NETWORK);
        network.putObject("pod");
        return network;
    }

    private static ObjectNode podDevice() {
        ObjectNode device = named(POD_NETWORK);
        device.putObject("masquerade");
        return device;
    }

    /// That of the network where the machine has no other of that name.
    private String name() {
        Set<String> taken = new HashSet<>(hasAutomaticNetwork() ? Set.of(POD_NETWORK) : Set.of());
        Stream.of(path("networks"), devices())
                .forEach(
                        list -> at(list).forEach(it -> taken.add(it.path("name").asText())));
        String wanted = network.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
        String cut = wanted.substring(0, Math.min(wanted.length(), LONGEST_NAME - 4));
        return Stream.concat(Stream.of(cut), IntStream.iterate(2, it -> it + 1).mapToObj(it -> cut + "-" + it))
                .filter(it -> !taken.contains(it))
                .findFirst()
                .orElseThrow();
    }

    private List<String> devices() {
        return path("domain", "devices", "interfaces");
    }

    private List<String> path(String... steps) {
        return Stream.of(template.stream(), Stream.of("spec"), Stream.of(steps))
                .flatMap(it -> it)
                .toList();
    }

    private JsonNode at(List<String> path) {
        JsonNode at = manifest.object();
        for (String step : path) {
            at = at.path(step);
        }
        return at;
    }

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }
}
