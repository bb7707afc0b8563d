package dev.multihoming.core.plugins;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network for a common purpose, as a form starts with it.
///
/// @param key of this template, for a URL
/// @param type of the plugin
/// @param useCase when to take this plugin: one sentence
/// @param values of the form's fields, by key; `ipam.` before a key leads into the IPAM config
public record NetworkTemplate(String key, Purpose purpose, String type, String useCase, Map<String, String> values) {
    private static final String MASTER = "master";
    private static final String VLAN = "vlan";

    private static final List<NetworkTemplate> ALL = List.of(
            of(
                    "data-bridge",
                    Purpose.SEPARATE,
                    "bridge",
                    "Pods of a node share a Linux bridge, and a VLAN of the bridge carries the data.",
                    List.of("bridge", "br1", VLAN, "100")),
            of(
                    "data-macvlan",
                    Purpose.SEPARATE,
                    "macvlan",
                    "Each pod gets a MAC address of its own on a link of the node. The nodes need no bridge.",
                    List.of(
                            MASTER,
                            "eth1",
                            "mode",
                            "bridge",
                            "ipam.type",
                            "whereabouts",
                            "ipam.range",
                            "10.10.0.0/24")),
            of(
                    "data-sriov",
                    Purpose.SEPARATE,
                    "sriov",
                    "Each pod gets a virtual function of a network card, for high rates and low delay.",
                    List.of("resource", "example.com/sriov_vf", VLAN, "100", "spoofchk", "on")),
            of(
                    "isolated-cnv-bridge",
                    Purpose.ISOLATE,
                    "cnv-bridge",
                    "Virtual machines of OpenShift Virtualization get a VLAN of their own and cannot forge MAC addresses.",
                    List.of("bridge", "br1", VLAN, "200", "macspoofchk", "true")),
            of(
                    "isolated-host-device",
                    Purpose.ISOLATE,
                    "host-device",
                    "One pod owns a network card of the node, which no other pod can use.",
                    List.of("device", "eth2")),
            of(
                    "isolated-sriov",
                    Purpose.ISOLATE,
                    "sriov",
                    "The network card itself separates the VLAN and drops forged MAC addresses.",
                    List.of("resource", "example.com/sriov_vf", VLAN, "200", "spoofchk", "on", "trust", "off")),
            of(
                    "external-macvlan",
                    Purpose.EXTERNAL,
                    "macvlan",
                    "Pods appear in the external network as machines with MAC addresses of their own.",
                    List.of(MASTER, "eth1", "mode", "bridge", "ipam.type", "dhcp")),
            of(
                    "external-ipvlan",
                    Purpose.EXTERNAL,
                    "ipvlan",
                    "Pods share the MAC address of the node's link, for switches that permit one address for each port.",
                    List.of(MASTER, "eth1", "mode", "l2", "ipam.type", "whereabouts", "ipam.range", "192.168.20.0/24")),
            of(
                    "external-bridge",
                    Purpose.EXTERNAL,
                    "bridge",
                    "Pods join a bridge of the nodes that a network card connects to the external network.",
                    List.of("bridge", "br-ex1", "ipam.type", "whereabouts", "ipam.range", "192.168.20.0/24")));

    public NetworkTemplate {
        // In their order, which Map.copyOf does not keep: the YAML is written in it.
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static List<NetworkTemplate> all() {
        return ALL;
    }

    public static Optional<NetworkTemplate> of(String key) {
        return ALL.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    private static NetworkTemplate of(
            String key, Purpose purpose, String type, String useCase, List<String> keysAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            values.put(keysAndValues.get(i), keysAndValues.get(i + 1));
        }
        return new NetworkTemplate(key, purpose, type, useCase, values);
    }

    /// What people want a second network for.
    public enum Purpose {
        SEPARATE(
                "Separate data and control traffic",
                "A second interface carries the data. eth0 stays for the cluster.",
                "data"),
        ISOLATE("Isolate sensitive traffic", "Only the pods that select the network can send into it.", "isolated"),
        EXTERNAL(
                "Reach an external network",
                "Pods get an address in a network outside of the cluster, without NAT.",
                "external");

        private final String title;
        private final String sentence;
        private final String network;

        Purpose(String title, String sentence, String network) {
            this.title = title;
            this.sentence = sentence;
            this.network = network;
        }

        public String title() {
            return title;
        }

        public String sentence() {
            return sentence;
        }

        /// What such a network is called at first.
        public String network() {
            return network;
        }
    }
}
