package dev.multihoming.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.multus.NetworkSelection;
import dev.multihoming.multus.NetworkSelectionsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The interfaces that Multus would make of a pod's stored annotation, each with its network.
///
/// There is no kubelet beside an embedded control plane, so this is the table that `ip address` in the pod
/// would show.
final class InterfaceTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROW = "%-10s %-28s %-12s %-16s %s%n";

    private InterfaceTable() {}

    /// `config` gives the stored `spec.config` of a NAD of that namespace by its name.
    static String of(String namespace, String networks, UnaryOperator<String> config) {
        StringBuilder table = new StringBuilder()
                .append(ROW.formatted("INTERFACE", "NETWORK", "PLUGIN", "BRIDGE", "VLAN"))
                .append(ROW.formatted("eth0", "cluster default", "-", "-", "-"));
        for (NetworkSelection selection : NetworkSelectionsReader.read(networks).items()) {
            JsonNode network = parse(config.apply(selection.name()));
            table.append(ROW.formatted(
                    interfaceName(selection),
                    namespace + "/" + selection.name(),
                    network.path("type").asText("-"),
                    network.path("bridge").asText("-"),
                    network.path("vlan").asText("-")));
        }
        return table.toString();
    }

    static List<String> interfaceNames(String networks) {
        List<String> names = new ArrayList<>();
        NetworkSelectionsReader.read(networks).items().forEach(selection -> names.add(interfaceName(selection)));
        return names;
    }

    private static String interfaceName(NetworkSelection selection) {
        return selection.namesItsInterface() ? selection.interfaceName() : "net" + selection.position();
    }

    private static JsonNode parse(String config) {
        try {
            return JSON.readTree(config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
