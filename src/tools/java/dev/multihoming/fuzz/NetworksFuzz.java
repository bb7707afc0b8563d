package dev.multihoming.fuzz;

import static dev.multihoming.fuzz.Judged.require;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.review.Card;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Settings;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.webhook.http.Endpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The input is the value of `k8s.v1.cni.cncf.io/networks`: of a new pod, of a change, and of a Deployment's template.
public final class NetworksFuzz {
    private static final Endpoints ENDPOINTS = new Endpoints(new FuzzCluster());
    private static final List<String> NOBODYS_INTERFACES = List.of("eth0", "lo");

    private NetworksFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        String text = new String(input, StandardCharsets.UTF_8);
        ObjectNode pod = Requests.pod(NetworkAnnotations.NETWORKS, text);
        Passage passage = Passage.of(ENDPOINTS, "", "pods", pod);
        if (passage.admitted()) {
            String stored = networks(passage.repaired());
            requireLegal(stored);
            requireTheSameNetworks(text, stored);
        }
        ObjectNode before = Requests.pod(NetworkAnnotations.NETWORKS, "a");
        Judged changed = Judged.by(ENDPOINTS, Phase.VALIDATE, Requests.update("", "pods", before, pod));
        if (changed.allowed()) {
            requireLegal(text);
        }
        byte[] deployment = Requests.create("apps", "deployments", Requests.deployment(pod));
        require(
                Judged.by(ENDPOINTS, Phase.VALIDATE, deployment).deniedFor().stream()
                        .allMatch(code -> code.startsWith(Card.NODE_HARM)),
                "a template is denied by default, and does not harm a node");
    }

    private static void requireLegal(String admitted) throws IOException {
        Witness seen = Witness.of(admitted);
        for (String namespace : seen.namespaces()) {
            require(
                    namespace.isBlank()
                            || namespace.strip().equals(FuzzCluster.NAMESPACE)
                            || Settings.DEFAULTS.references().foreign().stream()
                                    .anyMatch(allowed -> allowed.startsWith(namespace.strip() + "/")),
                    "admitted with a network of " + namespace + ": " + admitted);
        }
        for (String name : seen.interfaces()) {
            require(
                    !NOBODYS_INTERFACES.contains(name.strip()),
                    "admitted with the interface " + name + ": " + admitted);
        }
    }

    /// A repair gives interfaces other names, and does nothing else.
    private static void requireTheSameNetworks(String written, String stored) throws IOException {
        Witness before = Witness.of(written);
        Witness after = Witness.of(stored);
        require(
                before.names().equals(after.names()) && before.namespaces().equals(after.namespaces()),
                "a repair made other networks of " + written + ": " + stored);
    }

    private static String networks(ObjectNode pod) {
        return pod.at("/metadata/annotations").path(NetworkAnnotations.NETWORKS).asText();
    }
}
