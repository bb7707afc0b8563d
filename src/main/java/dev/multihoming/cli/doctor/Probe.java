package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Objects that show whether a webhook answers: one that every policy denies, and a harmless one. They are only
/// created in dry runs. Those of MH6xx and MH501 always deny.
///
/// @param subject of the line
/// @param webhook that judges them
/// @param group the API group that must be there
/// @param plural of the resource
/// @param path of the list that they would be in
/// @param code the rule that denies the bad one
record Probe(
        String subject,
        String webhook,
        String group,
        String plural,
        String path,
        JsonNode bad,
        String code,
        Optional<JsonNode> good) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";

    /// On which Multus panics.
    private static final String PANICS = "[null]";

    /// What it may do is as the restricted Pod Security Standard has it.
    private static final String CONTAINER = """
            {securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}},
             containers: [{name: app, image: registry.example/app:1, securityContext: {allowPrivilegeEscalation: false,
               capabilities: {drop: [ALL]}}, resources: {requests: {cpu: 1m, memory: 1Mi}, limits: {cpu: 1m, memory: 1Mi}}}]}
            """;

    boolean isNamespaced() {
        return path.contains("/namespaces/");
    }

    static List<Probe> all(String namespace) {
        return List.of(networks(namespace), pods(namespace), workloads(namespace), machines(namespace), policies());
    }

    private static Probe networks(String namespace) {
        return new Probe(
                "answer for networks",
                "nads.validate.multihoming.dev",
                "k8s.cni.cncf.io",
                "network-attachment-definitions",
                "apis/k8s.cni.cncf.io/v1/namespaces/%s/network-attachment-definitions".formatted(namespace),
                network(", \"ipam\": {\"type\": \"bridge\"}"),
                "MH601",
                Optional.of(network("")));
    }

    /// @param more fields of the config
    private static JsonNode network(String more) {
        return yaml("""
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {generateName: multihoming-doctor-}
                spec: {config: '{"cniVersion": "1.0.0", "name": "multihoming-doctor", "type": "bridge", "bridge": "br-doctor"%s}'}
                """.formatted(more));
    }

    private static Probe pods(String namespace) {
        return new Probe(
                "answer for pods",
                "pods.validate.multihoming.dev",
                "",
                "pods",
                "api/v1/namespaces/%s/pods".formatted(namespace),
                pod(PANICS),
                "MH605",
                Optional.of(harmlessPod()));
    }

    /// It selects no network, and says so.
    static JsonNode harmlessPod() {
        return pod("[]");
    }

    /// What another webhook changed of the annotation of a [#harmlessPod]; empty where it is as it was.
    static Optional<String> changedNetworks(JsonNode pod) {
        String now = pod.path("metadata").path("annotations").path(NETWORKS).asText();
        return now.equals("[]") ? Optional.empty() : Optional.of(now);
    }

    private static JsonNode pod(String networks) {
        return yaml("""
                apiVersion: v1
                kind: Pod
                metadata: {generateName: multihoming-doctor-, annotations: {%s: '%s'}}
                spec: %s
                """.formatted(NETWORKS, networks, indented()));
    }

    private static Probe workloads(String namespace) {
        return new Probe(
                "answer for workloads",
                "workloads.validate.multihoming.dev",
                "apps",
                "deployments",
                "apis/apps/v1/namespaces/%s/deployments".formatted(namespace),
                yaml("""
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {generateName: multihoming-doctor-}
                        spec:
                          selector: {matchLabels: {app: multihoming-doctor}}
                          template:
                            metadata: {labels: {app: multihoming-doctor}, annotations: {%s: '%s'}}
                            spec: %s
                        """.formatted(NETWORKS, PANICS, indented())),
                "MH605",
                Optional.empty());
    }

    private static Probe machines(String namespace) {
        return new Probe(
                "answer for virtual machines",
                "virtual-machines.validate.multihoming.dev",
                "kubevirt.io",
                "virtualmachines",
                "apis/kubevirt.io/v1/namespaces/%s/virtualmachines".formatted(namespace),
                yaml("""
                        apiVersion: kubevirt.io/v1
                        kind: VirtualMachine
                        metadata: {generateName: multihoming-doctor-}
                        spec:
                          runStrategy: Halted
                          template:
                            metadata: {annotations: {%s: '%s'}}
                            spec: {domain: {devices: {}}}
                        """.formatted(NETWORKS, PANICS)),
                "MH605",
                Optional.empty());
    }

    private static Probe policies() {
        return new Probe(
                "answer for policies",
                "policies.validate.multihoming.dev",
                "multihoming.dev",
                "multihomingexemptions",
                "apis/multihoming.dev/v1alpha1/multihomingexemptions",
                exemption("2001-01-01T00:00:00Z"),
                "MH501",
                Optional.of(exemption("2999-01-01T00:00:00Z")));
    }

    private static JsonNode exemption(String expires) {
        return yaml("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata: {generateName: multihoming-doctor-}
                spec:
                  rules: [missing-network]
                  namespaces: [multihoming-system]
                  reason: multihoming doctor asks whether the webhook answers
                  owner: multihoming doctor
                  expires: "%s"
                """.formatted(expires));
    }

    private static String indented() {
        return CONTAINER.strip().replace("\n", " ");
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
