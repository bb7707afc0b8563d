package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.interception.ReviewRecorder.Call;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which requests about pods cost a call. By the shipped configurations.
class PodInterceptionIT extends InterceptionTests {
    PodInterceptionIT(@TempDir Path home) {
        super(home);
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
}
