package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `check` says of objects that the webhook is never asked about: it judges what comes of them, or names them.
class CheckUnaskedTest {
    private static final String ROLLOUT = """
            apiVersion: argoproj.io/v1alpha1
            kind: Rollout
            metadata: {name: web, namespace: team-a}
            spec:
              template:
                metadata: {annotations: {k8s.v1.cni.cncf.io/networks: team-b/storage}}
                spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    private static final String CLUSTER = """
            apiVersion: ray.io/v1
            kind: RayCluster
            metadata: {name: ray, namespace: team-a}
            spec:
              headGroupSpec:
                template:
                  spec: {containers: [{name: head, image: registry.example/app}]}
              workerGroupSpecs:
                - template:
                    metadata: {annotations: {k8s.v1.cni.cncf.io/networks: team-a/blue@eth0}}
                    spec: {containers: [{name: app, image: registry.example/app}]}
            """;

    private static final String SRIOV = """
            apiVersion: sriovnetwork.openshift.io/v1
            kind: SriovNetwork
            metadata: {name: fast, namespace: openshift-sriov-network-operator}
            spec:
              networkNamespace: team-a
              resourceName: nic
              vlan: %s
              ipam: '%s'
            """;

    private static final String MISSPELT = """
            %s
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: blue, namespace: team-a}
            spec: {config: '{"cniVersion": "1.0.0", "type": "macvlan", "master": "eth1", "masterr": 1}'}
            """;

    @TempDir
    Path folder;

    @Test
    void podsOfCustomResourcesAreJudged() throws IOException {
        assertThat(check(ROLLOUT).exitCode()).isOne();
        assertThat(check(ROLLOUT).out())
                .contains("MH105 cross-namespace-network (Rollout team-a/web)", "1 would be denied");
        String service = ROLLOUT.replace("argoproj.io/v1alpha1", "serving.knative.dev/v1")
                .replace("Rollout", "Service");
        assertThat(check(service).exitCode()).isOne();
        assertThat(check(ROLLOUT.replace("team-b/", "")).exitCode()).isZero();
    }

    @Test
    void eachTemplateOfAnObjectIsJudgedAtItsPlace() throws IOException {
        assertThat(check(CLUSTER).out())
                .contains(
                        ":10:75:", "MH104 reserved-interface-name (RayCluster team-a/ray)", "its pods will be denied");
        assertThat(CommandRun.of("explain", file("cluster.yaml", CLUSTER).toString(), "--assume-complete")
                        .out())
                .contains("spec.workerGroupSpecs.0.template.metadata.annotations");
    }

    @Test
    void networksOfOperatorsAreJudgedAsTheirNads() throws IOException {
        assertThat(check(SRIOV.formatted("100", "{\"type\": \"dhcp\"}")).exitCode())
                .isZero();
        assertThat(check(SRIOV.formatted("5000", "")).out())
                .contains("its network \"fast\" will be denied: \"vlan\" is the number 5000");
        assertThat(check(SRIOV.formatted("0", "{\"type\":")).out()).contains("MH201 malformed-config");
        assertThat(check("""
                apiVersion: k8s.ovn.org/v1
                kind: ClusterUserDefinedNetwork
                metadata: {name: flat}
                spec:
                  namespaceSelector: {matchLabels: {a: b}}
                  network: {topology: Localnet, localnet: {role: Secondary, physicalNetworkName: physnet, subnets: [10.0.0.0/24], vlan: {mode: Access, access: {id: 7}}}}
                """).out()).contains("0 would be denied").doesNotContain("not judged");
    }

    @Test
    void podsCanSelectTheNetworksOfOperators() throws IOException {
        String pod = """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: app, namespace: team-a, annotations: {k8s.v1.cni.cncf.io/networks: %s}}
                spec: {containers: [{name: app, image: registry.example/app, resources: {requests: {openshift.io/nic: 1}, limits: {openshift.io/nic: 1}}}]}
                """;
        String everywhere = """
                apiVersion: k8s.ovn.org/v1
                kind: ClusterUserDefinedNetwork
                metadata: {name: flat}
                spec:
                  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}
                  network: {topology: Layer2, layer2: {role: Secondary, subnets: [10.0.0.0/24]}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: team-a}
                """;
        String network = SRIOV.formatted("100", "{\"type\": \"dhcp\"}");
        assertThat(complete(network + pod.formatted("fast")).out()).contains("0 would be denied");
        assertThat(complete(network + pod.formatted("slow")).out()).contains("MH107");
        assertThat(CommandRun.of(
                                "explain",
                                file("both.yaml", network + pod.formatted("fast"))
                                        .toString())
                        .out())
                .contains("net1       team-a/fast      sriov");
        assertThat(complete(everywhere.formatted("team-a") + pod.formatted("flat"))
                        .out())
                .contains("0 would be denied");
        assertThat(complete(everywhere.formatted("team-b") + pod.formatted("flat"))
                        .out())
                .contains("MH107");
    }

    private CommandRun complete(String text) throws IOException {
        return CommandRun.of(
                "check", "--assume-complete", file("all.yaml", text).toString());
    }

    /// The API server writes that label on each namespace, whether its manifest is among the files or not.
    @Test
    void aPolicyCanSelectANamespaceByItsName() throws IOException {
        String policy = file("by-name.yaml", """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: by-name}
                spec:
                  namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: team-a}}
                  rules: {MH105: Warn}
                """).toString();
        String pod = file("rollout.yaml", ROLLOUT).toString();
        assertThat(CommandRun.of("check", "--policy", policy, pod).out()).contains("warning: MH105");
        assertThat(CommandRun.of(
                                "policy",
                                "diff",
                                policy,
                                pod,
                                "--policy",
                                file("none.yaml", """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: other}
                spec: {namespaces: [other]}
                """).toString())
                        .out())
                .contains("by-name");
    }

    @Test
    void usersOfNetworksAreTemplatesToo() throws IOException {
        String text = ROLLOUT.replace("team-b/storage", "fast") + "---\n" + SRIOV.formatted("0", "");
        assertThat(CommandRun.of("networks", file("all.yaml", text).toString()).out())
                .containsPattern("team-a +fast +sriov .* 0 +1 +0\n");
        assertThat(CommandRun.of(
                                "networks",
                                "team-a/fast",
                                file("all.yaml", text).toString())
                        .out())
                .contains("Rollout team-a/web");
    }

    @Test
    void valuesAndSchemasMakeNoPods() throws IOException {
        String template = ROLLOUT.lines().skip(4).collect(Collectors.joining("\n"));
        for (String kind : new String[] {
            "argoproj.io/v1alpha1\nkind: Application", "apiextensions.k8s.io/v1\nkind: CustomResourceDefinition"
        }) {
            CommandRun run =
                    check("apiVersion: " + kind + "\nmetadata: {name: a}\nspec:\n  values:\n" + template.indent(2));
            assertThat(run.exitCode()).as(kind).isZero();
            assertThat(run.out()).contains("1 object not judged");
        }
    }

    @Test
    void whatConcernsNetworksAndIsNotJudgedIsNamed() throws IOException {
        CommandRun run = check("""
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: shop, namespace: argocd}
                ---
                - op: add
                  path: /metadata/annotations/k8s.v1.cni.cncf.io~1networks
                  value: blue
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: quiet, namespace: team-a}
                """);
        assertThat(run.out())
                .contains("2 objects not judged:", "Application argocd/shop: its manifests are elsewhere", ":5: ")
                .contains("0 warnings, 0 repairs, 2 objects not judged.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void everyFormatTellsWhatIsNotJudgedAndWhatIsIgnored() throws IOException {
        Path file = file(
                "all.yaml",
                "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: shop}\n---\n"
                        + MISSPELT.formatted("# multihoming:ignore MH221 the vendor reads it"));
        JsonNode json = new ObjectMapper().readTree(in("json", file));
        assertThat(json.at("/notJudged/0/title").asText()).isEqualTo("Application default/shop");
        assertThat(json.at("/ignored/0/reason").asText()).isEqualTo("the vendor reads it");
        assertThat(json.at("/summary/warningsIgnored").asInt()).isOne();
        assertThat(json.path("problems")).isEmpty();
        JsonNode sarif = new ObjectMapper().readTree(in("sarif", file)).at("/runs/0");
        assertThat(sarif.at("/results/0/suppressions/0/justification").asText()).isEqualTo("the vendor reads it");
        assertThat(sarif.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .startsWith("Not judged: ");
        assertThat(in("junit", file)).contains("<skipped message=\"its manifests are elsewhere", "skipped=\"2\"");
        assertThat(in("github", file)).contains("::notice file=", "title=not judged", "title=ignored");
    }

    @Test
    void aCommentHidesWarningsOnlyAndOnlyThoseOfItsDocument() throws IOException {
        String ignore = "# multihoming:ignore %s";
        assertThat(failOnWarnings(MISSPELT.formatted(ignore.formatted("MH221 known"))))
                .isZero();
        assertThat(failOnWarnings(MISSPELT.formatted(ignore.formatted("misspelt-config-field known"))))
                .isZero();
        assertThat(failOnWarnings(MISSPELT.formatted(ignore.formatted("MH221"))))
                .isOne();
        assertThat(failOnWarnings(MISSPELT.formatted(ignore.formatted("MH999 known"))))
                .isOne();
        assertThat(failOnWarnings(
                        MISSPELT.formatted(ignore.formatted("MH221 known")) + "---\n" + MISSPELT.formatted("#")))
                .isOne();
        CommandRun denied = check("# multihoming:ignore MH105 on purpose\n" + ROLLOUT);
        assertThat(denied.exitCode()).isOne();
        assertThat(denied.out())
                .contains("MH105: it denies, and only warnings can be ignored", "MH105 cross-namespace-network");
    }

    @Test
    void textIsNoCommentAndASlipIsTold() throws IOException {
        String script = MISSPELT.formatted("#").replace("metadata: {name: blue, namespace: team-a}", """
                        metadata:
                          name: blue
                          namespace: team-a
                          annotations:
                            note: |
                              text
                              # multihoming:ignore MH221 in a text
                            other: "
                              # multihoming:ignore MH221 in a text"
                        """);
        assertThat(failOnWarnings(script)).isOne();
        assertThat(check(script).out()).doesNotContain("ignored", "without effect");
        String behind = MISSPELT.formatted("#")
                .replace("spec: {config: '{", "spec:\n  config: |-\n    {")
                .replace("1}'}", "1}\n# multihoming:ignore MH221 behind a text");
        assertThat(failOnWarnings(behind)).isZero();
        for (String slip : new String[] {"# Multihoming:Ignore MH221 known", "# multihoming: ignore MH221 known"}) {
            assertThat(check(MISSPELT.formatted(slip)).out()).contains("MH221: write it on a line of its own");
        }
        String trailing = MISSPELT.formatted("#")
                .replace(
                        "apiVersion: k8s.cni.cncf.io/v1",
                        "apiVersion: k8s.cni.cncf.io/v1 # multihoming:ignore MH221 known");
        assertThat(failOnWarnings(trailing)).isOne();
        assertThat(check(trailing).out()).contains("MH221: write it on a line of its own");
    }

    @Test
    void noTextOfAManifestReachesALogUnescaped() throws IOException {
        String hostile = ROLLOUT.replace("name: web", "name: \"a\\e[31m\\u009b2J\\u202e\"");
        String out = in("github", file("hostile.yaml", hostile));
        assertThat(out).contains("MH105").doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202e]");
    }

    @Test
    void anArrayOfJsonIsRead() throws IOException {
        Path file = file("all.json", """
                [{"apiVersion": "v1", "kind": "Pod",
                  "metadata": {"name": "a", "namespace": "team-a", "annotations": {"k8s.v1.cni.cncf.io/networks": "team-b/x"}},
                  "spec": {"containers": [{"name": "a", "image": "registry.example/app"}]}}]
                """);
        assertThat(CommandRun.of("check", file.toString()).out()).contains(":2:", "1 would be denied");
    }

    @Test
    void aFolderWithoutManifestsIsReported() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandRun run = CommandRun.of("check", empty.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("has no file whose name ends with .yaml, .yml or .json.");
    }

    @Test
    void filesAreLeftOutByNameAndByPath() throws IOException {
        Files.createDirectories(folder.resolve("apps/shop/charts"));
        file("apps/shop/charts/rollout.yaml", ROLLOUT);
        file("apps/shop/pod.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
        assertThat(CommandRun.of("check", folder.toString()).exitCode()).isOne();
        for (String glob :
                new String[] {"charts", "roll*.yaml", "apps/*/charts", "apps/shop/charts/", "**/rollout.yaml"}) {
            assertThat(CommandRun.of("check", "--exclude", glob, folder.toString())
                            .out())
                    .as(glob)
                    .contains("1 object in 1 file: 0 would be denied");
        }
        assertThat(CommandRun.of("check", "--exclude", "shop/charts", folder.toString())
                        .exitCode())
                .isOne();
        assertThat(CommandRun.of("check", "--exclude", "*", folder.toString()).exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("check", "--exclude", "[", folder.toString()).err())
                .contains("--exclude [ is no glob");
    }

    private int failOnWarnings(String text) throws IOException {
        return CommandRun.of(
                        "check", "--fail-on=warnings", file("warned.yaml", text).toString())
                .exitCode();
    }

    private CommandRun check(String text) throws IOException {
        return CommandRun.of("check", file("object.yaml", text).toString());
    }

    private static String in(String format, Path file) {
        return CommandRun.of("check", "--output=" + format, file.toString()).out();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
