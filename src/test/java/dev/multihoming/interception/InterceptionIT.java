package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.interception.ReviewRecorder.Call;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.KubeVirtCrds;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.Outcome;
import dev.multihoming.plane.WebhookConfigurations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Which requests cost a call, by the shipped configurations, with a recorder in the webhook's place.
/// On a control plane of its own, so that the recorder is the only webhook.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterceptionIT {
    private static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";
    private static final String DEFAULT_NETWORK = "v1.multus-cni.io/default-network";
    private static final String NAMESPACE = "tenant-a";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final ReviewRecorder recorder;
    private final Kubectl kubectl;

    InterceptionIT(@TempDir Path home) {
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
                PATIENCE,
                () -> !cluster.hasControllers()
                        || kubectl.inNamespace(NAMESPACE)
                                .run("get", "serviceaccount", "default")
                                .succeeded());
        KubeVirtCrds.install(kubectl);
        WebhookConfigurations.shipped()
                .servedAt(recorder.port(), recorder.caBundle())
                .apply(kubectl);
        Eventually.holds("the configurations to take effect", PATIENCE, this::allWebhooksAreCalled);
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

    @Test
    void aPodThatAsksMultusForNothingCostsNoCall() {
        create(pod("plain", "{}"));
        create(pod("unrelated", "{\"example.org/note\": \"x\"}"));
        create(pod("no-annotations", "null"));

        for (String name : List.of("plain", "unrelated", "no-annotations")) {
            assertThat(recorder.callsFor(NAMESPACE, name)).as(name).isEmpty();
        }
    }

    @Test
    void aPodThatSelectsNetworksIsRepairedAndThenJudged() {
        create(pod("selects", annotation(NETWORKS, "blue")));

        assertThat(recorder.callsFor(NAMESPACE, "selects"))
                .containsExactly(
                        new Call("/mutate", "CREATE", "pods", NAMESPACE, "selects"),
                        new Call("/validate", "CREATE", "pods", NAMESPACE, "selects"));
    }

    @Test
    void aPodThatReplacesItsDefaultNetworkIsJudgedAndNotRepaired() {
        create(pod("replaces", annotation(DEFAULT_NETWORK, "blue")));

        assertThat(recorder.callsFor(NAMESPACE, "replaces"))
                .containsExactly(new Call("/validate", "CREATE", "pods", NAMESPACE, "replaces"));
    }

    @Test
    void dryRunsAreJudgedToo() {
        kubectl.runWithInput(pod("dry", annotation(NETWORKS, "blue")), "create", "--dry-run=server", "--filename=-")
                .orThrow("A dry run");

        assertThat(recorder.callsFor(NAMESPACE, "dry")).hasSize(2);
    }

    @Test
    void anUpdateCostsACallOnlyWhereItSetsOrChangesAKey() {
        create(pod("updated", "null"));
        assertThat(patched("updated", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"))
                .isEmpty();
        assertThat(annotated("updated", "example.org/note", "x")).isEmpty();
        assertThat(annotated("updated", NETWORKS, "blue")).containsExactly(updateOf("pods", "updated"));
        assertThat(annotated("updated", "example.org/note", "y")).isEmpty();
        assertThat(annotated("updated", NETWORKS, "blue,green")).containsExactly(updateOf("pods", "updated"));
        assertThat(annotated("updated", DEFAULT_NETWORK, "blue")).containsExactly(updateOf("pods", "updated"));
        assertThat(patched("updated", "{\"metadata\": {\"annotations\": {\"" + NETWORKS + "\": null}}}"))
                .isEmpty();
        assertThat(patched("updated", "{\"metadata\": {\"annotations\": null}}"))
                .isEmpty();
    }

    @Test
    void anUpdateOfAPodThatIsBeingDeletedIsJudgedToo() {
        create(pod("dying", "null"));
        patched("dying", "{\"metadata\": {\"finalizers\": [\"example.org/hold\"]}}");
        kubectl.inNamespace(NAMESPACE)
                .run("delete", "pod", "dying", "--wait=false")
                .orThrow("Deleting");

        assertThat(annotated("dying", NETWORKS, "blue")).containsExactly(updateOf("pods", "dying"));
        assertThat(patched("dying", "{\"metadata\": {\"finalizers\": null}}")).isEmpty();
    }

    @Test
    void aPatchOfTheStatusCostsACallOnlyWhereItSetsOrChangesAKey() {
        create(pod("status", "null"));
        assertThat(statusPatched("status", "{\"status\": {\"message\": \"x\"}}"))
                .isEmpty();
        assertThat(statusPatched("status", annotations("k8s.v1.cni.cncf.io/network-status", "[]")))
                .isEmpty();
        assertThat(statusPatched("status", annotations(NETWORKS, "blue")))
                .containsExactly(updateOf("pods/status", "status"));
        assertThat(annotationOf("status", NETWORKS)).isEqualTo("blue");
        assertThat(statusPatched("status", "{\"status\": {\"message\": \"y\"}}"))
                .isEmpty();
        assertThat(statusPatched("status", annotations(DEFAULT_NETWORK, "blue")))
                .containsExactly(updateOf("pods/status", "status"));
    }

    @Test
    void aBindingCostsACallOnlyWhereItSetsAKeyAndItDoesReachThePod() {
        for (String path : List.of("pods/%s/binding", "bindings")) {
            String kind = path.startsWith("pods") ? "pods/binding" : "bindings";
            String plain = "plain-" + kind.replace('/', '-');
            String annotated = "annotated-" + kind.replace('/', '-');
            create(pod(plain, "null"));
            create(pod(annotated, "null"));

            bind(path, plain, "{}");
            assertThat(recorder.callsFor(NAMESPACE, plain)).as(kind).isEmpty();
            bind(path, annotated, annotation(NETWORKS, "blue"));
            assertThat(recorder.callsFor(NAMESPACE, annotated))
                    .containsExactly(new Call("/validate", "CREATE", kind, NAMESPACE, annotated));
            assertThat(annotationOf(annotated, NETWORKS)).isEqualTo("blue");
        }
    }

    @Test
    void resizeAndEphemeralContainersDropAnnotationsAndCostNoCall() {
        for (String subresource : List.of("resize", "ephemeralcontainers")) {
            create(pod(subresource, "null"));
            String path = "/api/v1/namespaces/" + NAMESPACE + "/pods/" + subresource;
            String stored = kubectl.run("get", "--raw", path).orThrow("Reading a pod");
            String annotated = stored.replaceFirst(
                    "\"metadata\":\\{", "\"metadata\":{\"annotations\":" + annotation(NETWORKS, "blue") + ",");
            kubectl.runWithInput(annotated, "replace", "--raw", path + "/" + subresource, "--filename=-")
                    .orThrow("Replacing " + subresource);

            assertThat(annotationOf(subresource, NETWORKS)).as(subresource).isEmpty();
            assertThat(recorder.callsFor(NAMESPACE, subresource))
                    .as(subresource)
                    .isEmpty();
        }
    }

    @Test
    void aNadWithASpecIsRepairedAndJudgedWhenItIsNewOrItsSpecChanged() {
        create(nad(NAMESPACE, "blue", "{\"config\": \"{}\"}"));
        assertThat(nadCalls("blue")).containsExactly("/mutate CREATE", "/validate CREATE");
        assertThat(nadPatched("blue", "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}"))
                .isEmpty();
        assertThat(nadPatched("blue", "{\"spec\": {\"config\": \"{ }\"}}"))
                .containsExactly("/mutate UPDATE", "/validate UPDATE");
        assertThat(nadPatched("blue", "{\"spec\": null}")).containsExactly("/validate UPDATE");
        assertThat(nadPatched("blue", "{\"spec\": {}}")).containsExactly("/mutate UPDATE", "/validate UPDATE");
    }

    @Test
    void aNadThatGoesCostsACallUnlessItsNamespaceGoes() {
        create(nad(NAMESPACE, "goes", "{\"config\": \"{}\"}"));
        create(nad(NAMESPACE, "swept", "{\"config\": \"{}\"}"));
        recorder.forget();
        Kubectl sweeper = kubectl.as("system:serviceaccount:kube-system:namespace-controller");
        for (Outcome deleted : List.of(
                kubectl.run("delete", "network-attachment-definition", "goes", "-n", NAMESPACE),
                sweeper.run("delete", "network-attachment-definition", "swept", "-n", NAMESPACE))) {
            deleted.orThrow("Deleting");
        }

        assertThat(nadCalls("goes")).containsExactly("/validate DELETE");
        assertThat(nadCalls("swept")).isEmpty();
    }

    @Test
    void aNadWithoutASpecIsToldOfOnceAndCanBeAnnotated() {
        create(nad(NAMESPACE, "istio-cni", "null"));
        assertThat(nadCalls("istio-cni")).containsExactly("/validate CREATE");
        assertThat(nadPatched("istio-cni", "{\"metadata\": {\"annotations\": {\"a\": \"b\"}}}"))
                .isEmpty();
    }

    @Test
    void theDefaultNetworkOfOvnKubernetesIsLeftAloneAndNoOther() {
        create(nad("openshift-ovn-kubernetes", "default", "{\"config\": \"{}\"}"));
        create(nad("openshift-ovn-kubernetes", "other", "{\"config\": \"{}\"}"));

        assertThat(recorder.callsFor("openshift-ovn-kubernetes", "default")).isEmpty();
        assertThat(recorder.callsFor("openshift-ovn-kubernetes", "other")).hasSize(2);
    }

    @Test
    void systemNamespacesNeverWaitForUs() {
        create(nad("kube-system", "blue", "{\"config\": \"{}\"}"));

        assertThat(recorder.callsFor("kube-system", "blue")).isEmpty();
    }

    @Test
    void aWorkloadCostsACallOnlyWhereItSetsOrChangesAKey() {
        create(deployment("web", "{}", "{}"));
        assertThat(recorder.callsFor(NAMESPACE, "web")).isEmpty();
        assertThat(changed("deployment", "web", annotations(NETWORKS, "blue"))).containsExactly("/validate UPDATE");
        assertThat(changed("deployment", "web", "{\"spec\": {\"template\": " + annotations(NETWORKS, "blue") + "}}"))
                .containsExactly("/validate UPDATE");
        assertThat(changed("deployment", "web", "{\"spec\": {\"replicas\": 0}}"))
                .isEmpty();
        assertThat(changed("deployment", "web", annotations("example.org/note", "x")))
                .isEmpty();

        create(deployment("slip", "{}", annotation("k8s.v1.cni.cncf.io/network", "blue")));
        assertThat(calls("slip")).containsExactly("/validate CREATE");
    }

    @Test
    void whatAControllerMadeOfAWorkloadCostsNoCall() {
        String owner =
                "ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: u-1, controller: true}]";
        create(deployment("owned", "{}", annotation(NETWORKS, "blue"))
                .replaceFirst("namespace:", owner + "\n  namespace:"));

        assertThat(calls("owned")).isEmpty();
    }

    @Test
    void aMachineCostsACallOnlyWhereItSetsOrChangesAMultusNetworkOrAKey() {
        create(machine("plain", "[{name: default, pod: {}}]"));
        assertThat(calls("plain")).isEmpty();
        create(machine("vm", "[{name: a, multus: {networkName: blue}}]"));
        assertThat(calls("vm")).containsExactly("/validate CREATE");
        assertThat(changed("virtualmachines.kubevirt.io", "vm", "{\"spec\": {\"running\": true}}"))
                .isEmpty();
        assertThat(
                        changed(
                                "virtualmachines.kubevirt.io",
                                "vm",
                                "{\"spec\": {\"template\": {\"spec\": {\"networks\": [{\"name\": \"a\", \"multus\": {\"networkName\": \"x\"}}]}}}}"))
                .containsExactly("/validate UPDATE");
        assertThat(changed(
                        "virtualmachines.kubevirt.io",
                        "plain",
                        "{\"spec\": {\"template\": " + annotations(DEFAULT_NETWORK, "blue") + "}}"))
                .containsExactly("/validate UPDATE");
    }

    /// A condition that fails would refuse the object for a reason that nobody understands.
    @Test
    void objectsWithoutMetadataAreRefusedByTheApiServerAndNotByAConditionOfOurs() {
        String pods = "/api/v1/namespaces/" + NAMESPACE + "/pods";
        String nads = "/apis/k8s.cni.cncf.io/v1/namespaces/" + NAMESPACE + "/network-attachment-definitions";
        for (Outcome refused : List.of(
                post(pods, "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}"),
                post(nads, "{\"apiVersion\": \"k8s.cni.cncf.io/v1\", \"kind\": \"NetworkAttachmentDefinition\"}"),
                post(
                        "/api/v1/namespaces/" + NAMESPACE + "/bindings",
                        "{\"apiVersion\": \"v1\", \"kind\": \"Binding\", \"target\": {\"name\": \"node\"}}"))) {
            assertThat(refused.succeeded()).isFalse();
            assertThat(refused.stderr()).doesNotContain("expression", "no such key");
        }
    }

    /// The name is made between mutation and validation.
    @Test
    void anObjectThatGetsItsNameFromTheServerIsRepairedWithoutOneAndJudgedWithIt() {
        String generated = nad(NAMESPACE, "x", "{\"config\": \"{}\"}").replace("name: x", "generateName: made-");
        String name = kubectl.runWithInput(generated, "create", "--output=jsonpath={.metadata.name}", "--filename=-")
                .orThrow("Creating");

        assertThat(nadCalls("")).containsExactly("/mutate CREATE");
        assertThat(nadCalls(name)).containsExactly("/validate CREATE");
    }

    private boolean allWebhooksAreCalled() {
        recorder.forget();
        kubectl.runWithInput(pod("probe", annotation(NETWORKS, "blue")), "create", "--dry-run=server", "--filename=-");
        kubectl.runWithInput(
                nad(NAMESPACE, "probe", "{\"config\": \"{}\"}"), "create", "--dry-run=server", "--filename=-");
        return recorder.callsFor(NAMESPACE, "probe").size() == 4;
    }

    private List<Call> annotated(String pod, String key, String value) {
        return patched(pod, annotations(key, value));
    }

    private List<Call> patched(String pod, String patch) {
        recorder.forget();
        kubectl.inNamespace(NAMESPACE)
                .run("patch", "pod", pod, "--type=merge", "--patch=" + patch)
                .orThrow("Patching");
        return recorder.callsFor(NAMESPACE, pod);
    }

    private List<Call> statusPatched(String pod, String patch) {
        recorder.forget();
        kubectl.inNamespace(NAMESPACE)
                .run("patch", "pod", pod, "--subresource=status", "--type=merge", "--patch=" + patch)
                .orThrow("Patching the status");
        return recorder.callsFor(NAMESPACE, pod);
    }

    private List<String> nadPatched(String nad, String patch) {
        recorder.forget();
        kubectl.inNamespace(NAMESPACE)
                .run("patch", "network-attachment-definition", nad, "--type=merge", "--patch=" + patch)
                .orThrow("Patching");
        return nadCalls(nad);
    }

    private List<String> nadCalls(String nad) {
        return recorder.callsFor(NAMESPACE, nad).stream()
                .map(call -> call.endpoint() + " " + call.operation())
                .toList();
    }

    private List<String> changed(String resource, String name, String patch) {
        recorder.forget();
        kubectl.inNamespace(NAMESPACE)
                .run("patch", resource, name, "--type=merge", "--patch=" + patch)
                .orThrow("Patching");
        return calls(name);
    }

    private List<String> calls(String name) {
        return nadCalls(name);
    }

    private static String deployment(String name, String own, String template) {
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

    private static String machine(String name, String networks) {
        return """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: %s, namespace: %s}
                spec: {template: {spec: {networks: %s}}}
                """.formatted(name, NAMESPACE, networks);
    }

    private void bind(String path, String pod, String annotations) {
        String binding = """
                {"apiVersion": "v1", "kind": "Binding", "metadata": {"name": "%s", "annotations": %s},
                 "target": {"apiVersion": "v1", "kind": "Node", "name": "node-1"}}
                """.formatted(pod, annotations);
        post("/api/v1/namespaces/" + NAMESPACE + "/" + path.formatted(pod), binding)
                .orThrow("Binding");
    }

    private Outcome post(String path, String object) {
        return kubectl.runWithInput(object, "create", "--raw", path, "--filename=-");
    }

    private void create(String manifest) {
        kubectl.runWithInput(manifest, "create", "--filename=-").orThrow("Creating");
    }

    private String annotationOf(String pod, String key) {
        String path = "{.metadata.annotations." + key.replace(".", "\\.") + "}";
        return kubectl.inNamespace(NAMESPACE)
                .run("get", "pod", pod, "--output=jsonpath=" + path)
                .orThrow("Reading a pod");
    }

    private static Call updateOf(String resource, String pod) {
        return new Call("/validate", "UPDATE", resource, NAMESPACE, pod);
    }

    private static String annotation(String key, String value) {
        return "{\"" + key + "\": \"" + value + "\"}";
    }

    private static String annotations(String key, String value) {
        return "{\"metadata\": {\"annotations\": " + annotation(key, value) + "}}";
    }

    private static String pod(String name, String annotations) {
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

    private static String nad(String namespace, String name, String spec) {
        return """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata:
                  name: %s
                  namespace: %s
                spec: %s
                """.formatted(name, namespace, spec);
    }
}
