package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: app
              namespace: team-a
              annotations:
                k8s.v1.cni.cncf.io/networks: '[{"name": "%s", "interface": "%s"}]'
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;
    private static final String NAD = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: blue, namespace: team-a}
            spec:
              config: '{"cniVersion": "0.3.1", "type": "bridge", "bridge": "br1", "vlan": 7, "macspoofchk": true}'
            """;

    private static final String EXEMPTION = """
            ---
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingExemption
            metadata: {name: for-now}
            spec:
              rules: [%s]
              namespaces: [team-a]
              reason: they move
              owner: net team
              expires: "2999-01-01T00:00:00Z"
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWouldBeDeniedIsToldWithItsPlace() throws IOException {
        Path file = write("app.yaml", POD.formatted("blue", "eth0"));
        write("net.yaml", NAD);
        Ran ran = Ran.multihoming("check", folder.toString());
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("""
                %s:7:66: denied: MH104 reserved-interface-name (Pod team-a/app)
                  7 |     k8s.v1.cni.cncf.io/networks: '[{"name": "blue", "interface": "eth0"}]'
                    |                                                                  ^^^^^^
                  network "blue" asks for the interface name "eth0"; eth0 and lo belong to the pod itself, all and default to the kernel.
                  Write "net1", or leave the interface name out.
                  https://multihoming.dev/rules/MH104

                2 objects in 2 files: 1 would be denied, 0 warnings, 0 repairs.
                """.formatted(file));
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void whatIsCleanIsZero() throws IOException {
        write("all.yaml", NAD + "---\n" + POD.formatted("blue", "net1"));
        Ran ran = Ran.multihoming("check", "--strict", folder.toString());
        assertThat(ran).isEqualTo(new Ran(0, "2 objects in 1 file: 0 would be denied, 0 warnings, 0 repairs.\n", ""));
    }

    @Test
    void whatIsNotAmongTheInputsIsUnknownUnlessTheyAreComplete() throws IOException {
        String file = write("app.yaml", POD.formatted("blue", "net1")).toString();
        assertThat(Ran.multihoming("check", file)).satisfies(ran -> {
            assertThat(ran.exitCode()).isZero();
            assertThat(ran.out()).contains("warning: MH113", "it is not among the files, and no cluster was asked");
        });
        assertThat(Ran.multihoming("check", "--strict", file).exitCode()).isEqualTo(1);
        assertThat(Ran.multihoming("check", "--assume-complete", file)).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).contains("denied: MH107 missing-network");
        });
    }

    @Test
    void theNamespaceIsOfThoseThatNameNone() throws IOException {
        write("all.yaml", NAD + "---\n" + POD.formatted("blue", "net1").replace("  namespace: team-a\n", ""));
        assertThat(Ran.multihoming("check", "--assume-complete", folder.toString())
                        .out())
                .contains("MH107", "Pod default/app");
        assertThat(Ran.multihoming("check", "--assume-complete", "-n", "team-a", folder.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void aPolicyDecides() throws IOException {
        String file = write("app.yaml", POD.formatted("blue", "eth0")).toString();
        String policy = write("policy.yaml", """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: lenient}
                spec: {namespaces: [team-a], rules: {reserved-interface-name: Warn}, owner: net team}
                """ + EXEMPTION.formatted("MH113")).toString();
        Ran ran = Ran.multihoming("check", "--policy", policy, file);
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("warning: MH104").doesNotContain("MH113");
        assertThat(Ran.multihoming("check", "--policy", file, file)).satisfies(none -> {
            assertThat(none.exitCode()).isEqualTo(2);
            assertThat(none.err()).contains("holds neither a MultiHomingPolicy nor a MultiHomingExemption");
        });
    }

    /// An exemption that is not applied yet begins when it is: now.
    @ParameterizedTest
    @CsvSource({"90, 0", "0, 1"})
    void theDaysOfAnExemptionAreCountedFromItsCreation(int days, int exitCode) throws IOException {
        String file = write("app.yaml", POD.formatted("blue", "eth0")).toString();
        String policy = write("policy.yaml", """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: bounded}
                spec: {exemptions: {maxDays: %d}}
                """.formatted(days) + EXEMPTION.formatted("MH104, MH113"))
                .toString();
        assertThat(Ran.multihoming("check", "--policy", policy, file).exitCode())
                .isEqualTo(exitCode);
    }

    @Test
    void aSelectorWithoutKeyIsRefused() throws IOException {
        String file = write("app.yaml", POD.formatted("blue", "net1")).toString();
        String policy = write("policy.yaml", """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: keyless}
                spec: {namespaceSelector: {matchExpressions: [{operator: Exists}]}}
                """).toString();
        assertThat(Ran.multihoming("check", "--policy", policy, file)).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("MultiHomingPolicy keyless has a selector with a requirement without a key.");
        });
    }

    @Test
    void twoTenantsOnOneSegmentAreToldNothingOfEachOther() throws IOException {
        String tenant = """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: net-of-%1$s, namespace: tenant-%1$s}
                spec:
                  config: |-
                    {"cniVersion": "1.0.0", "name": "%1$s", "type": "bridge", "bridge": "br1", "vlan": 150, "macspoofchk": true,
                     "ipam": {"type": "host-local", "subnet": "10.1.0.0/%2$s"}}
                """;
        String one = write("one.yaml", tenant.formatted("a", "24")).toString();
        String other = write("other.yaml", tenant.formatted("b", "25")).toString();
        assertThat(Ran.multihoming("check", one, other).exitCode()).isZero();

        String policy = write("policy.yaml", """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: apart}
                spec: {namespaces: [tenant-a], rules: {shared-segment: Enforce, overlapping-ranges-elsewhere: Enforce}}
                """).toString();
        Ran ran = Ran.multihoming("check", "--policy", policy, one, other);
        assertThat(ran.exitCode()).isOne();
        assertThat(ran.out())
                .contains("MH249", "another namespace has a network on the segment \"br1/150\"")
                .contains("MH251", "assigns some addresses of \"10.1.0.0/24\" too")
                .doesNotContain("10.1.0.0/25", "net-of-b", "tenant-b");
        assertThat(Ran.multihoming("check", "--policy", policy, one).exitCode()).isZero();
    }

    @Test
    void aPolicyForLabelsKnowsThoseOfTheInputs() throws IOException {
        write("all.yaml", POD.formatted("blue", "eth0") + """
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: team-a, labels: {tier: test}}
                """);
        Path policy = Files.writeString(Files.createTempFile("policy", ".yaml"), """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: of-tests}
                spec: {namespaceSelector: {matchLabels: {tier: test}}, rules: {"*": Audit}}
                """);
        assertThat(Ran.multihoming("check", "--policy", policy.toString(), folder.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void repairsAreWrittenOnceAndCounted() throws IOException {
        Path file = write("net.yaml", NAD.replace(", \"vlan\": 7", ""));
        Ran first = Ran.multihoming("check", "--strict", "--fix", folder.toString());
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).endsWith("1 repair, 1 repair written.\n");
        assertThat(file)
                .hasContent(NAD.replace("\"vlan\": 7, \"macspoofchk\": true", "\"macspoofchk\": true, \"vlan\": 0"));
        assertThat(Ran.multihoming("check", "--strict", "--fix", folder.toString())
                        .out())
                .contains("0 repairs.");
    }

    @Test
    void whatCannotBeReadIsToldAndNothingElseIsLost() throws IOException {
        write("a-chart.yaml", "{{- if .Values.on }}\nkind: Pod\n{{- end }}\n");
        write("b-broken.yaml", NAD + "---\na: [1\n");
        write("c-values.yaml", "replicas: 2\n---\n# nothing\n---\n- a list\n");
        Files.write(folder.resolve("d-latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
        write("notes.txt", "kind: Pod {{");
        Ran ran = Ran.multihoming("check", folder.toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.out())
                .contains("a-chart.yaml:1:3: not read: This is a template, not YAML: render it first")
                .contains("b-broken.yaml:7:6: not read: Not valid YAML: ")
                .contains("d-latin.yaml was not checked: it is not UTF-8.")
                .endsWith("1 object in 4 files (2 other documents passed over): 0 would be denied, 0 warnings,"
                        + " 0 repairs, 3 files not read.\n");
    }

    /// As the API server: it asks nobody about the first three, and drops the template of the last.
    @Test
    void whatTheWebhookIsNotAskedAboutIsNotJudged() throws IOException {
        write("system.yaml", POD.formatted("blue", "eth0").replace("team-a", "kube-system"));
        write("made.yaml", """
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: web, ownerReferences: [{kind: Deployment, controller: true}]}
                spec: {template: {metadata: {annotations: {k8s.v1.cni.cncf.io/networks: other/red}}}}
                """);
        write("slip.yaml", """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: vm}
                template: {spec: {networks: [{name: a, multus: {networkName: other/red}}]}}
                """);
        Ran ran = Ran.multihoming("check", "--strict", "--assume-complete", folder.toString());
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .startsWith("2 objects not judged:\n")
                .contains("made.yaml:1: ReplicaSet default/web: a controller made it; check the object that owns it\n")
                .contains("system.yaml:1: Pod kube-system/app: the webhook is not asked about namespace kube-system\n")
                .endsWith("3 objects in 3 files: 0 would be denied, 0 warnings, 0 repairs, 2 objects not judged.\n");
    }

    @Test
    void theDefaultNetworkOfOvnKubernetesIsJudgedAndNeverRepaired() throws IOException {
        String bridge = NAD.replace("blue", "default").replace("team-a", "openshift-ovn-kubernetes");
        write("ovn.yaml", bridge);
        Ran legal = Ran.multihoming("check", folder.toString());
        assertThat(legal.out()).contains("0 repairs").contains("1 object in 1 file");

        write("ovn.yaml", bridge.replace("br1", ""));
        Ran denied = Ran.multihoming("check", folder.toString());
        assertThat(denied.exitCode()).isEqualTo(1);
        assertThat(denied.out()).contains("NetworkAttachmentDefinition openshift-ovn-kubernetes/default");
    }

    @Test
    void aKeyThatStandsTwiceIsFound() throws IOException {
        String twice = POD.formatted("blue", "net1").replace("spec:", "    k8s.v1.cni.cncf.io/networks: other\nspec:");
        write("app.yaml", twice);
        assertThat(Ran.multihoming("check", folder.toString()).out())
                .contains("app.yaml:8:5: warning: duplicate-key (Pod team-a/app)")
                .contains("the key \"k8s.v1.cni.cncf.io/networks\" stands here and in line 7;");
    }

    @Test
    void whatIsNotThereAndWhatIsNotSaidIsTwo() {
        assertThat(Ran.multihoming("check", folder.resolve("no").toString())).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).startsWith("multihoming: There is no file or folder ");
        });
        assertThat(Ran.multihoming("check").exitCode()).isEqualTo(2);
        assertThat(Ran.multihoming().exitCode()).isZero();
        assertThat(Ran.multihoming("check", "--output", "html", "x").exitCode()).isEqualTo(2);
    }

    @Test
    void kubectlsPluginSaysHowItIsCalled() {
        StringWriter out = new StringWriter();
        Commands.commandLine("kubectl-multihoming").setOut(new PrintWriter(out)).execute("check", "--help");
        assertThat(out.toString()).startsWith("Usage: kubectl multihoming check ");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
