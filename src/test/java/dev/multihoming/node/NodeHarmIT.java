package dev.multihoming.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.conformance.NeedsNetworkNamespaces;
import dev.multihoming.fixtures.Fixture;
import dev.multihoming.fixtures.Fixtures;
import dev.multihoming.plane.Cluster;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.Kubectl;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the fixtures of node harm do to a node where no webhook denies them: the real Multus and plugins, on a node of
/// their own, bounded in time and processes.
@NeedsNetworkNamespaces
class NodeHarmIT {
    private static final String NAMESPACE = "tenant-a";

    /// Interfaces that the fixtures name.
    private static final List<String> LINKS =
            List.of("link add eth1 type veth peer name eth1-peer", "link set eth1 up");

    /// Fixtures that name programs which this node does not have, or that only differ in how they arrive.
    private static final Set<String> NOT_HERE =
            Set.of("in-a-delegate", "null-in-a-delegate", "under-an-unknown-plugin", "multus-shim", "on-update");

    /// Multus panics when the pod starts and not when it ends.
    private static final Set<String> ENDS = Set.of("plugins-in-capitals");

    /// Selects the network of the fixture, with arguments as a pod may bring them.
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: tenant-a
              annotations: {k8s.v1.cni.cncf.io/networks: '[{"name": "blue", "cni-args": {}}]'}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    private static final String POD_WITHOUT_ARGUMENTS = POD.replace(", \"cni-args\": {}", "");

    private static final String INJECTION = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: blue, namespace: tenant-a}
            spec: {config: '{"cniVersion": "1.0.0", "name": "blue", "plugins": [
              {"type": "bridge", "bridge": "br1", "ipam": {"type": "host-local", "subnet": "10.10.0.0/24"}},
              {"type": "portmap", "backend": "nftables", "capabilities": {"portMappings": true}}]}'}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: tenant-a
              annotations: {k8s.v1.cni.cncf.io/networks: '[{"name": "blue", "portMappings": [{"hostPort": 8080,
                "containerPort": 80, "protocol": "tcp dport 1 accept; add table ip written_by_a_pod; #"}]}]'}
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    @Test
    void theFixturesHarmANodeWithoutTheWebhook(@TempDir Path home) {
        try (Cluster cluster = Cluster.start(home.resolve("plane"));
                MultusNode node = new MultusNode(cluster.controlPlane())) {
            Rig rig = new Rig(cluster.kubectl(), node);
            rig.prepare();
            SoftAssertions seen = new SoftAssertions();
            fixtures("MH601").forEach(fixture -> {
                Answers answers = rig.attach(fixture, POD);
                seen.assertThat(answers.add().run().stopped()
                                || answers.del().run().stopped()
                                || !answers.del().succeeded())
                        .as("%s runs away, or cannot be deleted: %s", fixture, answers)
                        .isTrue();
            });
            Stream.concat(fixtures("MH603"), fixtures("MH605")).forEach(fixture -> {
                // Multus takes another way through its code for a pod with arguments, and panics in one of the two.
                Answers with = rig.attach(fixture, POD);
                Answers answers = with.panic() ? with : rig.attach(fixture, POD_WITHOUT_ARGUMENTS);
                seen.assertThat(answers.add().error()).as("ADD of %s", fixture).contains("panic");
                if (!ENDS.contains(fixture.name())) {
                    seen.assertThat(answers.del().error())
                            .as("DEL of %s", fixture)
                            .contains("panic");
                }
            });
            seen.assertAll();
            assertThat(rig.tablesAfterInjection()).contains("table ip written_by_a_pod");
        }
    }

    private static Stream<Fixture> fixtures(String code) {
        return Fixtures.all().stream()
                .filter(fixture -> fixture.code().equals(code) && fixture.kind() == Fixture.Kind.FAIL)
                .filter(fixture -> !NOT_HERE.contains(fixture.name()));
    }

    /// The two answers of Multus about one pod.
    private record Answers(NodeAnswer add, NodeAnswer del) {
        boolean panic() {
            return add.error().contains("panic");
        }
    }

    /// An API server without our webhook, and a node.
    private record Rig(Kubectl kubectl, MultusNode node) {
        void prepare() {
            kubectl.run("create", "namespace", NAMESPACE).orThrow("creating the namespace");
            Eventually.holds(
                    "the service account",
                    () -> kubectl.run("get", "serviceaccount", "default", "-n", NAMESPACE)
                            .succeeded());
        }

        Answers attach(Fixture fixture, String pod) {
            boolean isPod = fixture.subject().path("kind").asText().equals("Pod");
            List<String> objects = Stream.concat(Stream.of(fixture.subject()), fixture.cluster().stream())
                    .map(ObjectNode::toString)
                    .toList();
            renew(
                    isPod
                            ? objects
                            : Stream.concat(objects.stream(), Stream.of(pod)).toList());
            return new Answers(node.add(NAMESPACE, "web", uid()), node.del(NAMESPACE, "web", uid()));
        }

        /// The tables of the node's firewall, once the pod is attached whose protocol is a rule.
        String tablesAfterInjection() {
            renew(List.of(INJECTION));
            assertThat(node.add(NAMESPACE, "web", uid()).error()).isEmpty();
            return node.firewallTables();
        }

        private void renew(List<String> objects) {
            for (String kind : List.of("pods", "network-attachment-definitions")) {
                kubectl.run("delete", kind, "--all", "-n", NAMESPACE, "--grace-period=0", "--force")
                        .orThrow("deleting " + kind);
            }
            kubectl.apply(String.join("\n---\n", objects)).orThrow("creating the objects");
            node.renew(LINKS);
        }

        private String uid() {
            return kubectl.run("get", "pod", "web", "-n", NAMESPACE, "-o", "jsonpath={.metadata.uid}")
                    .orThrow("reading the pod");
        }
    }
}
