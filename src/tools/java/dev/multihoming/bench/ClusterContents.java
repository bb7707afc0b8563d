package dev.multihoming.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/// What a large cluster is filled with. Namespaces are alike: a larger cluster has more of them, and not more in each.
///
/// Half of the pods select networks, one pod in ten a network of another tenant. Half of the networks are VLANs of a
/// few bridges; the others are macvlans of one link, each with a range of its own: one segment that grows with the
/// cluster.
final class ClusterContents {
    /// The namespace of the benchmark's reviews.
    static final String REVIEWED = "bench";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BRIDGES = 8;
    private static final int VLANS = 4_000;
    private static final int OCTET = 256;

    private final Filling filling;
    private final JsonNode template;
    private ClusterSize now = ClusterSize.NONE;

    ClusterContents(Filling filling) throws IOException {
        this.filling = filling;
        this.template = template();
    }

    static String namespace(int number) {
        return "tenant-" + number;
    }

    /// Makes what that size has more than is there. The administrator makes it, and no webhook is asked.
    void grow(ClusterSize to) throws InterruptedException {
        if (now.equals(ClusterSize.NONE)) {
            namespace(REVIEWED, 0);
            filling.network(REVIEWED, macvlan("dev-network", -1));
            filling.network(REVIEWED, macvlan("storage", -2));
        }
        each(
                now.policies(),
                to.policies(),
                i -> filling.post("/apis/multihoming.dev/v1alpha1/multihomingpolicies", policy(i)));
        each(now.namespaces(), to.namespaces(), i -> namespace(namespace(i), i / to.namespacesOfPolicy()));
        each(
                now.networks(),
                to.networks(),
                i -> filling.network(
                        namespace(i / to.networksOfNamespace()), network(i, i % to.networksOfNamespace())));
        each(
                now.pods(),
                to.pods(),
                i -> filling.pod(
                        namespace(i / to.podsOfNamespace()), pod(i % to.podsOfNamespace(), to.networksOfNamespace())));
        now = to;
    }

    private void each(int from, int to, java.util.function.IntConsumer one) throws InterruptedException {
        filling.each(to - from, i -> one.accept(from + i));
    }

    /// With the account of its pods, which the controllers would make in their own time.
    private void namespace(String name, int team) {
        filling.post("/api/v1/namespaces", """
                {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "%s", "labels": {"team": "t%d"}}}
                """.formatted(name, team));
        filling.postUnlessThere("/api/v1/namespaces/" + name + "/serviceaccounts", """
                {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "default"}}
                """);
    }

    private static String policy(int number) {
        return """
                {"apiVersion": "multihoming.dev/v1alpha1", "kind": "MultiHomingPolicy", "metadata": {"name": "p%1$d"},
                 "spec": {"priority": %1$d, "namespaceSelector": {"matchLabels": {"team": "t%1$d"}},
                          "rules": {"MH105": "Enforce", "MH227": "Audit"}}}
                """.formatted(number);
    }

    private static String network(int number, int inNamespace) {
        String name = "net-" + inNamespace;
        return number % 2 == 0
                ? nad(name, """
                        {"cniVersion": "1.0.0", "name": "%s", "type": "bridge", "bridge": "br%d", "vlan": %d}
                        """.formatted(name, number / 2 % BRIDGES, number / 2 / BRIDGES % VLANS + 1))
                : macvlan(name, number);
    }

    private static String macvlan(String name, int number) {
        return nad(name, macvlanConfig(name, number));
    }

    /// On the one link, with a range of its own.
    static String macvlanConfig(String name, int number) {
        int range = number + 2;
        return """
                {"cniVersion": "1.0.0", "name": "%s", "type": "macvlan", "master": "eth1",
                 "ipam": {"type": "host-local", "subnet": "10.%d.%d.0/24"}}
                """.formatted(name, range / OCTET, range % OCTET);
    }

    private static String nad(String name, String config) {
        ObjectNode nad = JSON.createObjectNode();
        nad.put("apiVersion", "k8s.cni.cncf.io/v1").put("kind", "NetworkAttachmentDefinition");
        nad.putObject("metadata").put("name", name);
        nad.putObject("spec").put("config", config);
        return nad.toString();
    }

    private String pod(int number, int networks) {
        ObjectNode pod = template.deepCopy();
        ObjectNode metadata = pod.putObject("metadata");
        metadata.put("name", "pod-" + number);
        metadata.putObject("labels").put("app", "app-" + number / 5);
        if (number % 2 == 0) {
            String selected = number % 10 == 0 ? "tenant-0/net-1" : "net-" + number % networks;
            metadata.putObject("annotations").put("k8s.v1.cni.cncf.io/networks", selected);
        }
        return pod.toString();
    }

    private static JsonNode template() throws IOException {
        try (InputStream review =
                Objects.requireNonNull(ClusterContents.class.getResourceAsStream("/bench/pod-review.json"))) {
            ObjectNode pod = (ObjectNode) JSON.readTree(review).at("/request/object");
            ObjectNode spec = (ObjectNode) pod.path("spec");
            // Not bound to a node, or the controllers would clean them up.
            spec.remove("nodeName");
            spec.remove("serviceAccountName");
            spec.remove("serviceAccount");
            spec.remove("priority");
            spec.remove("priorityClassName");
            pod.remove("status");
            return pod;
        }
    }
}
