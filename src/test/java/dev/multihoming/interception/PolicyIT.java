package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.ProgramOutcome;
import dev.multihoming.plane.TestNamespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies as a security team applies them, and what a developer notices of them. Each is for the namespace of this
/// test only.
@OnControlPlane
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyIT {
    private static final String NETWORK = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: limited}
            spec: {config: '{"cniVersion": "1.0.0", "type": "bridge", "bridge": "%s", "vlan": %d}'}
            """;

    private static final String POLICIES = "multihomingpolicies.multihoming.dev";
    private static final String EXEMPTIONS = "multihomingexemptions.multihoming.dev";

    private final Kubectl kubectl;
    private final String namespace;

    PolicyIT(Kubectl kubectl, TestNamespace namespace, InstalledWebhook webhook) {
        assertThat(webhook.server().port()).isPositive();
        this.kubectl = kubectl;
        this.namespace = namespace.name();
    }

    @BeforeAll
    void install() {
        // Where its namespace does not stand in the way, a network must exist.
        kubectl.apply("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: elsewhere}
                ---
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: blue, namespace: elsewhere}
                spec: {config: '{"cniVersion": "1.0.0", "name": "blue", "type": "macvlan", "master": "eth1", "ipam": {"type": "dhcp"}}'}
                """).orThrow("Making the network of another namespace");
        become(denied("MH105"));
    }

    @AfterEach
    void deleteAll() {
        kubectl.run("delete", POLICIES + "," + EXEMPTIONS, "--all").orThrow("Deleting");
    }

    @Test
    void aRuleIsEnforcedToldCountedOrNot() {
        apply("decides", "rules: {cross-namespace-network: Warn}");
        become(told("MH105"));
        apply("decides", "rules: {MH105: Audit}");
        become(PolicyIT::silent);
        apply(
                "decides",
                "rules: {MH105: Enforce, '*': 'Off'}\n  owner: Network Security\n  contact: netsec@example.org");
        become(
                denied("MH105")
                        .and(
                                outcome -> outcome.stderr()
                                        .contains(
                                                "Decided by the policy \"decides\" of \"Network Security\"; ask \"netsec@example.org\".")));
        apply("decides", "rules: {'*': 'Off'}");
        become(PolicyIT::silent);
        delete("decides");
        become(denied("MH105").and(outcome -> !outcome.stderr().contains("Decided by")));
    }

    /// Each as shipped, but for the namespace of this test only.
    @ParameterizedTest
    @CsvSource({
        "strict, elsewhere/blue, MH105",
        "strict, default/istio-cni, MH105",
        "openshift, openshift-multus/blue, MH107",
        "telco, elsewhere/blue, MH105",
        "audit-first, elsewhere/blue, ''"
    })
    void whatAReadyMadePolicyChanges(String name, String networks, String denied) throws IOException {
        readyMade(name);
        // Its name in a denial shows that it has arrived; a policy that denies nothing shows itself by that.
        Eventually.holds("the policy to take effect", () -> {
            ProgramOutcome outcome = create(networks);
            return denied.isEmpty() ? silent(outcome) : outcome.stderr().contains("\"" + name + "\"");
        });
        assertThat(create(networks).stderr()).contains(denied);
    }

    @Test
    void telcoKeepsNamesAndChecksAddressesOnSriovNetworks() throws IOException {
        String sriov = "{\"cniVersion\": \"1.0.0\", \"type\": \"sriov\"}";
        readyMade("telco");
        Eventually.holds("telco", () -> stored(sriov).contains("\"spoofchk\": \"on\""));
        assertThat(stored("{\"cniVersion\": \"1.0.0\", \"type\": \"sriov\", \"spoofchk\": \"off\"}"))
                .contains("\"off\"");
        assertThat(create("missing@sig0").stderr()).contains("MH107").doesNotContain("MH109");
    }

    @Test
    void auditFirstWarnsOfMissingNetworksAndChangesNothing() throws IOException {
        readyMade("audit-first");
        Eventually.holds("audit-first", () -> told("MH107").test(create("missing")));
        assertThat(stored("{\"cniVersion\": \"1.0.0\", \"type\": \"bridge\"}")).endsWith("\"type\": \"bridge\"}");
        String pod = create("missing@storage", "--output=jsonpath={.metadata.annotations}")
                .stdout();
        assertThat(pod).contains("missing@storage");
    }

    private void readyMade(String name) throws IOException {
        String shipped = Files.readString(Path.of("kustomize/components/policies", name, "policy.yaml"));
        kubectl.apply(shipped.replace("spec:\n", "spec:\n  namespaces: [" + namespace + "]\n"))
                .orThrow("Applying");
    }

    @Test
    void theHighestPriorityGovernsAlone() {
        apply("low", "rules: {MH105: 'Off'}");
        become(PolicyIT::silent);
        apply("high", "priority: 10\n  rules: {MH107: Warn}");
        become(denied("MH105").and(outcome -> outcome.stderr().contains("\"high\"")));
        apply("high", "priority: 10\n  extends: low");
        become(PolicyIT::silent);
        delete("low");
        // What it extends is gone: nobody has weakened the built-in policy by that.
        become(denied("MH105"));
        delete("high");
    }

    @Test
    void labelsOfTheNamespaceCountAtOnce() {
        kubectl.apply("""
                        apiVersion: multihoming.dev/v1alpha1
                        kind: MultiHomingPolicy
                        metadata: {name: labelled}
                        spec:
                          namespaceSelector: {matchLabels: {example.org/lenient-%s: "yes"}}
                          rules: {MH105: Warn}
                        """.formatted(namespace)).orThrow("Applying");
        become(denied("MH105"));
        kubectl.run("label", "namespace", namespace, "example.org/lenient-" + namespace + "=yes")
                .orThrow("Labelling");
        become(told("MH105"));
        kubectl.run("label", "namespace", namespace, "example.org/lenient-" + namespace + "-")
                .orThrow("Labelling");
        become(denied("MH105"));
        delete("labelled");
    }

    @Test
    void allowedReferencesAndLimitsAreThePolicys() {
        apply("limits", "allowedForeignReferences: [elsewhere]\n  rules: {MH107: Warn}\n  limits: {networksPerPod: 1}");
        become(PolicyIT::silent);
        assertThat(create("elsewhere/red").stderr()).contains("MH107");
        assertThat(create("elsewhere/blue,elsewhere/red").stderr()).contains("MH111");
        apply("limits", "interfaceNaming: Preserve\n  allowedForeignReferences: [elsewhere]\n  rules: {'*': Audit}");
        become(PolicyIT::silent);
        delete("limits");
        become(denied("MH105"));
    }

    @Test
    void anExemptionHoldsForItsSubjectsUntilItEnds() {
        become(denied("MH105"));
        exempt("namespaces: [%s]".formatted(namespace), "2099-01-01T00:00:00Z");
        become(PolicyIT::silent);
        exempt("objects: [{kind: Pod, name: other}]", "2099-01-01T00:00:00Z");
        become(denied("MH105"));
        exempt("objects: [{kind: Pod, namePrefix: ap}]", "2099-01-01T00:00:00Z");
        become(PolicyIT::silent);
        exempt("requesters: {groups: [example.org/nobody]}", "2099-01-01T00:00:00Z");
        become(denied("MH105"));
        exempt("requesters: {groups: ['system:masters']}", "2099-01-01T00:00:00Z");
        become(PolicyIT::silent);
    }

    @Test
    void anExemptionEndsByItself() {
        ProgramOutcome ended =
                kubectl.apply(exemption("namespaces: [%s]".formatted(namespace), "2020-01-01T00:00:00Z"));
        assertThat(ended.stderr()).contains("MH501");

        Instant end = seenInForce();
        become(denied("MH105"));
        assertThat(Instant.now()).isAfterOrEqualTo(end);
        // It can still be annotated: what has ended is not judged again.
        kubectl.run("annotate", EXEMPTIONS, "exempts", "example.org/note=x").orThrow("Annotating");
    }

    /// The end of an exemption that lives just long enough for this machine to see it in force.
    private Instant seenInForce() {
        for (int seconds = 5; seconds < 1_000; seconds *= 3) {
            Instant end = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
            kubectl.run("delete", EXEMPTIONS, "--all").orThrow("Deleting");
            kubectl.apply(exemption("namespaces: [%s]".formatted(namespace), end.toString()));
            AtomicBoolean seen = new AtomicBoolean();
            Eventually.holds("it to be in force, or over", () -> {
                seen.set(silent(create("elsewhere/blue")));
                return seen.get() || Instant.now().isAfter(end);
            });
            if (seen.get()) {
                return end;
            }
        }
        throw new AssertionError("No exemption was ever in force");
    }

    @Test
    void networksKeepToTheLimitsOfTheirNamespace() {
        apply("limits", "limits: {vlans: ['0', 100-199], links: [br1], pluginTypes: [bridge], hostDevices: false}");
        Eventually.holds("limits", () -> network("br2", 100).stderr().contains("MH231"));
        assertThat(network("br1", 200).stderr()).contains("VLAN 200 is not permitted here");
        assertThat(network("br1", 100).succeeded()).isTrue();
    }

    @Test
    void networksKeepToTheSegmentsOfTheirNamespace() {
        apply("limits", "limits: {segments: [br1/100-199, intel.com/a-b/7, 'phys-net1/*', br-2/0]}");
        Eventually.holds(
                "limits",
                () -> network("br2", 100)
                        .stderr()
                        .contains(
                                "the segment \"br2/100\" is not permitted here; a network may use what the policy of its"
                                        + " namespace permits. Use what it permits (segments \"br1/100-199\","));
        assertThat(network("br1", 200).stderr()).contains("the segment \"br1/200\" is not permitted here");
        assertThat(network("br1", 100).succeeded()).isTrue();
    }

    /// The annotation chooses the devices of the node, and can be changed without the config.
    @Test
    void anUpdateOfTheResourceAloneKeepsToThem() {
        apply("limits", "limits: {segments: [intel.com/own/7], resourceNames: [intel.com/own]}");
        kubectl.inNamespace(namespace)
                .runWithInput("""
                        apiVersion: k8s.cni.cncf.io/v1
                        kind: NetworkAttachmentDefinition
                        metadata: {name: fast, annotations: {k8s.v1.cni.cncf.io/resourceName: intel.com/own}}
                        spec: {config: '{"cniVersion": "1.0.0", "type": "sriov", "vlan": 7}'}
                        """, "create", "--filename=-")
                .orThrow("Creating");
        Eventually.holds(
                "another resource to be denied",
                () -> annotated("k8s.v1.cni.cncf.io/resourceName=intel.com/other")
                        .stderr()
                        .contains("the segment \"intel.com/other/7\" is not permitted here"));
        assertThat(annotated("k8s.v1.cni.cncf.io/resourceName=intel.com/other").stderr())
                .contains("the resource \"intel.com/other\" is not permitted here");
        assertThat(annotated("k8s.v1.cni.cncf.io/resourceName-").succeeded()).isFalse();
        assertThat(annotated("rack=4").succeeded()).isTrue();
    }

    private ProgramOutcome annotated(String change) {
        return kubectl.inNamespace(namespace)
                .run("annotate", "--overwrite", "--dry-run=server", "network-attachment-definition", "fast", change);
    }

    @Test
    void networksOfTwoNamespacesAreKeptApart() {
        String other = namespace + "-other";
        kubectl.run("create", "namespace", other).orThrow("Creating");
        kubectl.inNamespace(other)
                .runWithInput(NETWORK.formatted("br-apart", 150), "create", "--filename=-")
                .orThrow("Creating");
        try {
            apply("apart", "rules: {shared-segment: Enforce}\n  sharedSegments: [br-apart/100-149]");
            Eventually.holds(
                    "the segment to be kept",
                    () -> network("br-apart", 150)
                            .stderr()
                            .contains("another namespace has a network on the segment \"br-apart/150\""));
            assertThat(network("br-apart", 150).stderr()).contains("MH249").doesNotContain(other);
            assertThat(network("br-apart", 151).succeeded()).isTrue();
            apply("apart", "rules: {shared-segment: Enforce}\n  sharedSegments: [br-apart/150]");
            Eventually.holds(
                    "the segment to be shared", () -> network("br-apart", 150).succeeded());
        } finally {
            kubectl.run("delete", "namespace", other, "--wait=false").orThrow("Deleting");
        }
    }

    @Test
    void whatNetworksGetIsThePolicys() {
        String sriov = "{\"cniVersion\": \"1.0.0\", \"type\": \"sriov\"}";
        String bridge = "{\"cniVersion\": \"1.0.0\", \"type\": \"bridge\"}";
        assertThat(stored(sriov)).doesNotContain("spoofchk");
        assertThat(stored(bridge)).contains("\"vlan\": 0, \"macspoofchk\": true");
        apply(
                "gives",
                "defaults: {bridge: {vlan: 100, macspoofchk: false, preserveDefaultVlan: false}, sriov: {spoofchk: 'on'}}");
        Eventually.holds("the defaults", () -> stored(sriov).contains("\"spoofchk\": \"on\""));
        assertThat(stored(bridge))
                .contains("\"vlan\": 100", "\"macspoofchk\": false", "\"preserveDefaultVlan\": false");
        apply("gives", "defaults: {mode: Require, sriov: {spoofchk: 'on'}}");
        Eventually.holds("the demand", () -> stored(sriov).contains("MH233"));
        assertThat(stored(bridge)).contains("denied", "MH214", "MH215");
        apply("gives", "defaults: {mode: 'Off'}");
        Eventually.holds("nothing to be added", () -> stored(bridge).endsWith("\"type\": \"bridge\"}"));
        ProgramOutcome nonsense = kubectl.apply(policy("gives", "defaults: {sriov: {spoofchk: 'off'}}"));
        assertThat(nonsense.stderr()).contains("only \"on\" can be a default");
    }

    /// The config as it would be stored, or what kubectl says instead.
    private String stored(String config) {
        String nad = """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: given, annotations: {k8s.v1.cni.cncf.io/resourceName: intel.com/vf}}
                spec: {config: '%s'}
                """.formatted(config);
        ProgramOutcome outcome = kubectl.inNamespace(namespace)
                .runWithInput(nad, "create", "--dry-run=server", "--filename=-", "--output=jsonpath={.spec.config}");
        return outcome.succeeded() ? outcome.stdout() : outcome.stderr();
    }

    private ProgramOutcome network(String bridge, int vlan) {
        String nad = NETWORK.formatted(bridge, vlan);
        return kubectl.inNamespace(namespace).runWithInput(nad, "create", "--dry-run=server", "--filename=-");
    }

    /// Whatever was decided goes with the definitions, and comes back with them.
    @Test
    void withoutTheDefinitionsTheBuiltInPolicyGoverns() {
        apply("decides", "rules: {MH105: Warn}");
        become(told("MH105"));
        kubectl.run("delete", "--kustomize=kustomize/crds").orThrow("Removing the CRDs");
        become(denied("MH105"));
        kubectl.run("apply", "--kustomize=kustomize/crds").orThrow("Installing the CRDs");
        Eventually.holds(
                "policies to be served",
                () -> kubectl.apply(policy("decides", "rules: {MH105: Warn}")).succeeded());
        become(told("MH105"));
    }

    @Test
    void aPolicyBoundsExemptions() {
        exempt("namespaces: [%s]".formatted(namespace), "2099-01-01T00:00:00Z");
        become(PolicyIT::silent);
        apply("bounded", "exemptions: {maxDays: 0}");
        become(denied("MH105"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            namespaces: []                                                 | name at least one namespace
            reason: x                                                      | say what is exempt
            objects: [{kind: Pod}]                                         | give either name or namePrefix
            objects: [{kind: Pod, namePrefix: ""}]                         | an empty prefix would be every name
            requesters: {serviceAccounts: [kube-system/replicaset-controller]} | would exempt everybody
            requesters: {users: [system:kube-controller-manager]}          | would exempt everybody
            requesters: {groups: ["system:authenticated"]}                 | would exempt everybody
            requesters: {}                                                 | name users, groups or serviceAccounts
            """)
    void anExemptionThatNobodyCanMeanIsRefused(String subjects, String reason) {
        ProgramOutcome refused = kubectl.apply(exemption(subjects, "2099-01-01T00:00:00Z"));

        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.stderr()).contains(reason);
    }

    @Test
    void anExemptionWithoutSpecOrWithOurFailuresIsRefused() {
        assertThat(kubectl.apply("""
                        apiVersion: multihoming.dev/v1alpha1
                        kind: MultiHomingExemption
                        metadata: {name: empty}
                        """).stderr()).contains("spec: Required value");
        assertThat(kubectl.apply(exemption("namespaces: [a]", "2099-01-01T00:00:00Z")
                                .replace("MH105", "MH902"))
                        .stderr())
                .contains("the modes of MH5xx, MH6xx and MH9xx are fixed");
        assertThat(kubectl.apply(exemption("namespaces: [a]", "2099-13-41T00:00:00Z"))
                        .succeeded())
                .isFalse();
        assertThat(kubectl.apply(exemption("namespaces: [a]", "tomorrow")).stderr())
                .contains("spec.expires");
    }

    private void exempt(String subjects, String expires) {
        kubectl.run("delete", EXEMPTIONS, "--all").orThrow("Deleting");
        kubectl.apply(exemption(subjects, expires)).orThrow("Applying");
    }

    private static String exemption(String subjects, String expires) {
        return """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata: {name: exempts}
                spec:
                  rules: [MH105]
                  %s
                  %s
                  owner: netsec@example.org
                  expires: %s
                """.formatted(subjects, subjects.startsWith("reason") ? "" : "reason: until the move", expires);
    }

    /// Whoever empties the list means nobody, and it would be for all.
    @Test
    void aPolicyForNoNamespaceIsRefused() {
        String forNobody = policy("nobody", "priority: 1").replace("[" + namespace + "]", "[]");
        assertThat(kubectl.apply(forNobody).stderr()).contains("name at least one namespace");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rules: {MH999: "Off"}                       | spec.rules
            rules: {MH901: "Off"}                       | the modes of MH5xx, MH6xx and MH9xx are fixed
            rules: {MH105: Off}                         | Unsupported value: false
            rules: {MH105: Never}                       | Unsupported value: "Never"
            allowedForeignReferences: ["a/b/c"]         | each reference must be
            limits: {networksPerPod: 65}                | spec.limits.networksPerPod
            limits: {vlans: ["4095"]}                   | each must be a VLAN
            limits: {vlans: ["200-100"]}                | each must be a VLAN
            limits: {vlans: ["a"]}                      | each must be a VLAN
            limits: {segments: [br1]}                   | each must be a name, a slash and a VLAN
            limits: {segments: ["br1/4095"]}            | each must be a name, a slash and a VLAN
            limits: {segments: ["br-1/200-100"]}        | each must be a name, a slash and a VLAN
            limits: {segments: ["a/b/c/100"]}           | each must be a name, a slash and a VLAN
            interfaceNaming: normalize                  | spec.interfaceNaming
            namespaceSelector: {matchExpressions: [{key: a, operator: in}]} | Unsupported value: "in"
            namespaceSelector: {matchExpressions: [{operator: Exists}]}     | matchExpressions[0].key: Required value
            namespaceSelector: {matchExpressions: [{key: "", operator: Exists}]} | matchExpressions[0].key
            """)
    void whatNobodyCanMeanIsRefusedWhenItIsApplied(String field, String reason) {
        ProgramOutcome refused = kubectl.apply(policy("nonsense", field));

        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.stderr()).contains(reason);
    }

    private void apply(String name, String fields) {
        kubectl.apply(policy(name, fields)).orThrow("Applying");
    }

    private String policy(String name, String fields) {
        return """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: %s}
                spec:
                  namespaces: [%s]
                  %s
                """.formatted(name, namespace, fields);
    }

    private void delete(String name) {
        kubectl.run("delete", POLICIES, name).orThrow("Deleting");
    }

    private void become(Predicate<ProgramOutcome> expected) {
        Eventually.holds("the policy to take effect", () -> expected.test(create("elsewhere/blue")));
    }

    /// A pod on the network of another namespace.
    private ProgramOutcome create(String networks, String... flags) {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: app, annotations: {k8s.v1.cni.cncf.io/networks: "%s"}}
                spec: {containers: [{name: app, image: registry.example/app}]}
                """.formatted(networks);
        List<String> create = new ArrayList<>(List.of("create", "--dry-run=server", "--filename=-"));
        create.addAll(List.of(flags));
        return kubectl.inNamespace(namespace).runWithInput(pod, create.toArray(String[]::new));
    }

    private static Predicate<ProgramOutcome> denied(String code) {
        return outcome -> !outcome.succeeded() && outcome.stderr().contains(code);
    }

    private static Predicate<ProgramOutcome> told(String code) {
        return outcome -> outcome.succeeded() && outcome.stderr().contains(code);
    }

    private static boolean silent(ProgramOutcome outcome) {
        return outcome.succeeded() && outcome.stderr().isEmpty();
    }
}
