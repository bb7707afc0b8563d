package dev.multihoming.core.multus;

import java.util.Map;

/// The keys of an element of the JSON form, and the type Multus gives each (facts A4).
final class SelectionKeys {
    static final String NAME = "name";
    static final String NAMESPACE = "namespace";
    static final String INTERFACE = "interface";
    /// Deprecated, and still honoured where `interface` is unset.
    static final String INTERFACE_REQUEST = "interfaceRequest";

    static final String IPS = "ips";
    static final String MAC = "mac";
    static final String GUID = "infiniband-guid";
    static final String DEVICE_ID = "deviceID";
    static final String DEFAULT_ROUTE = "default-route";

    private static final GoType TEXT = new GoType.Text("\"text\"");
    private static final GoType INT = new GoType.Int();

    private static final GoType PORT_MAPPING = new GoType.Struct(
            Map.of("hostPort", INT, "containerPort", INT, "protocol", new GoType.Text("\"tcp\""), "hostIP", TEXT),
            "{\"hostPort\": 8080, \"containerPort\": 80, \"protocol\": \"tcp\"}");

    private static final GoType BANDWIDTH = new GoType.Struct(
            Map.of("ingressRate", INT, "ingressBurst", INT, "egressRate", INT, "egressBurst", INT),
            "{\"ingressRate\": 1000000, \"ingressBurst\": 1000000}");

    static final GoType.Struct ELEMENT = new GoType.Struct(
            Map.ofEntries(
                    Map.entry(NAME, new GoType.Text("\"my-network\"")),
                    Map.entry(NAMESPACE, new GoType.Text("\"my-namespace\"")),
                    Map.entry(INTERFACE, new GoType.Text("\"net1\"")),
                    Map.entry(INTERFACE_REQUEST, new GoType.Text("\"net1\"")),
                    Map.entry(IPS, new GoType.ListOf(new GoType.Text("\"10.1.2.3/24\""), "a list of strings")),
                    Map.entry(MAC, new GoType.Text("\"02:00:00:00:00:01\"")),
                    Map.entry(GUID, new GoType.Text("\"02:00:00:00:00:00:00:01\"")),
                    Map.entry("portMappings", new GoType.ListOf(PORT_MAPPING, "a list of objects")),
                    Map.entry("bandwidth", BANDWIDTH),
                    Map.entry(DEVICE_ID, TEXT),
                    Map.entry("cni-args", new GoType.FreeForm()),
                    Map.entry(DEFAULT_ROUTE, new GoType.ListOf(new GoType.Text("\"10.1.2.1\""), "a list of strings")),
                    // Not Multus': OVN-Kubernetes and the NAD client library read it from the same element.
                    Map.entry("ipam-claim-reference", new GoType.Foreign())),
            "{\"name\": \"my-network\"}");

    private SelectionKeys() {}
}
