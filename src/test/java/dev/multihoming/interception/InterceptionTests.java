package dev.multihoming.interception;

import dev.multihoming.interception.ReviewRecorder.Call;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.KubeVirtCrds;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.WebhookConfigurations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/// A control plane of its own with the shipped webhook configurations, and a recorder in the webhook's place:
/// the only webhook there is. What the tests about pods, NADs and templates have in common.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InterceptionTests {
    static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";
    static final String DEFAULT_NETWORK = "v1.multus-cni.io/default-network";
    static final String NAMESPACE = "tenant-a";

    final Cluster cluster;
    final ReviewRecorder recorder;
    final Kubectl kubectl;

    InterceptionTests(Path home) {
        cluster = Cluster.start(home);
        recorder = ReviewRecorder.start(home);
        kubectl = cluster.kubectl();
    }

    @BeforeAll
    void install() {
        for (String namespace : List.of(NAMESPACE, "openshift-ovn-kubernetes")) {
            kubectl.run("create", "namespace", namespace).orThrow("Creating a namespace");
        }
        Eventually.holds(
                "service accounts",
                () -> !cluster.hasControllers()
                        || kubectl.inNamespace(NAMESPACE)
                                .run("get", "serviceaccount", "default")
                                .succeeded());
        KubeVirtCrds.install(kubectl);
        WebhookConfigurations.shipped()
                .servedAt(recorder.port(), recorder.caBundle())
                .apply(kubectl);
        Eventually.holds("the configurations to take effect", this::allWebhooksAreCalled);
    }

    @BeforeEach
    void forget() {
        recorder.forget();
    }

    @AfterAll
    void stop() {
        try (cluster;
                recorder) {
            // Closed in the opposite order.
        }
    }

    private boolean allWebhooksAreCalled() {
        recorder.forget();
        kubectl.runWithInput(pod("probe", annotation(NETWORKS, "blue")), "create", "--dry-run=server", "--filename=-");
        kubectl.runWithInput(
                nad(NAMESPACE, "probe", "{\"config\": \"{}\"}"), "create", "--dry-run=server", "--filename=-");
        return recorder.callsFor(NAMESPACE, "probe").size() == 4;
    }

    List<Call> annotated(String pod, String key, String value) {
        return patched(pod, annotations(key, value));
    }

    List<Call> patched(String pod, String patch) {
        recorder.forget();
        kubectl.inNamespace(NAMESPACE)
                .run("patch", "pod", pod, "--type=merge", "--patch=" + patch)
                .orThrow("Patching");
        return recorder.callsFor(NAMESPACE, pod);
    }

    List<Call> statusPatched(String pod, String patch) {
        recorder.forget();
        kubectl.inNamespace(NAMESPACE)
                .run("patch", "pod", pod, "--subresource=status", "--type=merge", "--patch=" + patch)
                .orThrow("Patching the status");
        return recorder.callsFor(NAMESPACE, pod);
    }

    List<String> nadPatched(String nad, String patch) {
        recorder.forget();
        kubectl.inNamespace(NAMESPACE)
                .run("patch", "network-attachment-definition", nad, "--type=merge", "--patch=" + patch)
                .orThrow("Patching");
        return nadCalls(nad);
    }

    List<String> nadCalls(String nad) {
        return recorder.callsFor(NAMESPACE, nad).stream()
                .map(call -> call.endpoint() + " " + call.operation())
                .toList();
    }

    void bind(String path, String pod, String annotations) {
        String binding = """
                {"apiVersion": "v1", "kind": "Binding", "metadata": {"name": "%s", "annotations": %s},
                 "target": {"apiVersion": "v1", "kind": "Node", "name": "node-1"}}
                """.formatted(pod, annotations);
        post("/api/v1/namespaces/" + NAMESPACE + "/" + path.formatted(pod), binding)
                .orThrow("Binding");
    }

    ProgramOutcome post(String path, String object) {
        return kubectl.runWithInput(object, "create", "--raw", path, "--filename=-");
    }

    void create(String manifest) {
        kubectl.runWithInput(manifest, "create", "--filename=-").orThrow("Creating");
    }

    String annotationOf(String pod, String key) {
        String path = "{.metadata.annotations." + key.replace(".", "\\.") + "}";
        return kubectl.inNamespace(NAMESPACE)
                .run("get", "pod", pod, "--output=jsonpath=" + path)
                .orThrow("Reading a pod");
    }

    static Call updateOf(String resource, String pod) {
        return new Call("/validate", "UPDATE", resource, NAMESPACE, pod);
    }

    static String annotation(String key, String value) {
        return "{\"" + key + "\": \"" + value + "\"}";
    }

    static String annotations(String key, String value) {
        return "{\"metadata\": {\"annotations\": " + annotation(key, value) + "}}";
    }

    static String pod(String name, String annotations) {
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %s
                  namespace: %s
                  annotations: %s
                spec:
                  containers:
                    - name: main
                      image: example.org/none
                """.formatted(name, NAMESPACE, annotations);
    }

    static String nad(String namespace, String name, String spec) {
        return """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata:
                  name: %s
                  namespace: %s
                spec: %s
                """.formatted(name, namespace, spec);
    }

    List<String> changed(String resource, String name, String patch) {
        recorder.forget();
        kubectl.inNamespace(NAMESPACE)
                .run("patch", resource, name, "--type=merge", "--patch=" + patch)
                .orThrow("Patching");
        return calls(name);
    }

    List<String> calls(String name) {
        return nadCalls(name);
    }

    static String deployment(String name, String own, String template) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %s
                  namespace: %s
                  annotations: %s
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata:
                      labels: {app: web}
                      annotations: %s
                    spec:
                      containers: [{name: main, image: example.org/none}]
                """.formatted(name, NAMESPACE, own, template);
    }

    static String machine(String name, String networks) {
        return """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: %s, namespace: %s}
                spec: {template: {spec: {networks: %s}}}
                """.formatted(name, NAMESPACE, networks);
    }
}
