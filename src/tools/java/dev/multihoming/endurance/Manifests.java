package dev.multihoming.endurance;

/// The objects that are sent, as JSON, and the paths they are sent to.
final class Manifests {
    private static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";

    private Manifests() {}

    static String pods(String namespace) {
        return "api/v1/namespaces/" + namespace + "/pods";
    }

    static String networks(String namespace) {
        return "apis/k8s.cni.cncf.io/v1/namespaces/" + namespace + "/network-attachment-definitions";
    }

    /// A bridge that lacks what the webhook adds.
    static String bridge(String name) {
        return network(name, "{'cniVersion': '1.0.0', 'type': 'bridge', 'bridge': 'br-%s'}".formatted(name));
    }

    static String network(String name, String config) {
        return """
                {"apiVersion": "k8s.cni.cncf.io/v1", "kind": "NetworkAttachmentDefinition",
                 "metadata": {"name": "%s"}, "spec": {"config": "%s"}}
                """.formatted(name, escaped(config));
    }

    static String newConfig(String config) {
        return "{\"spec\": {\"config\": \"%s\"}}".formatted(escaped(config));
    }

    static String pod(String name, String networks) {
        return pod(name, NETWORKS, networks);
    }

    static String pod(String name, String annotation, String value) {
        return """
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%s", "annotations": {"%s": "%s"}},
                 "spec": {"containers": [{"name": "app", "image": "registry.example/app"}]}}
                """.formatted(name, annotation, escaped(value));
    }

    static String newNetworks(String networks) {
        return "{\"metadata\": {\"annotations\": {\"%s\": \"%s\"}}}".formatted(NETWORKS, escaped(networks));
    }

    private static String escaped(String json) {
        return json.replace("'", "\\\"");
    }
}
