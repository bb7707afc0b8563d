package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files only: a Deployment with two pods that reach into another namespace, one pod that does not, and their
/// networks.
class PolicyDiffCommandTest {
    private static final String OBJECTS = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {stage: production}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: lab}
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: storage, namespace: shop}
            spec:
              config: '{"cniVersion": "1.0.0", "type": "bridge", "bridge": "br1", "vlan": 100, "macspoofchk": true}'
            ---
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: bench, namespace: lab}
            spec:
              config: '{"cniVersion": "1.0.0", "type": "bridge", "bridge": "br2", "vlan": 0, "macspoofchk": true}'
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata:
                  annotations: {k8s.v1.cni.cncf.io/networks: lab/bench}
                spec: &spec
                  containers: [{name: app, image: registry.example/app:1, env: [{name: KEY, value: hidden}]}]
            ---
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata:
              name: web-1
              namespace: shop
              ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]
            spec:
              template:
                metadata:
                  annotations: {k8s.v1.cni.cncf.io/networks: lab/bench}
            ---
            """ + pod("web-1-a", "lab/bench", "ReplicaSet", "web-1")
            + pod("web-1-b", "lab/bench", "ReplicaSet", "web-1")
            + pod("clean", "storage", "Job", "clean");

    private static final String AUDIT = policy("everybody", "rules: {cross-namespace-network: Audit}");
    private static final String WARN = policy("everybody", "rules: {cross-namespace-network: Warn}");
    private static final String ENFORCE = policy("everybody", "rules: {MH105: Enforce}");

    private static final String EXEMPTION = """
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingExemption
            metadata: {name: web-to-lab}
            spec:
              rules: [cross-namespace-network]
              namespaces: [shop]
              objects: [{kind: Pod, namePrefix: web-}]
              reason: moves to the lab
              expires: "2099-01-01T00:00:00Z"
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void someObjects() throws IOException {
        write("objects.yaml", OBJECTS);
    }

    @Test
    void whatIsEnforcedAnewIsListedUnderTheDeployment() throws IOException {
        CommandRun run = diff(write("new.yaml", ENFORCE), objects(), "--policy", write("now.yaml", WARN));

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        Current   1 policy, 0 exemptions
                        Proposed  1 policy, 0 exemptions: replaces MultiHomingPolicy/everybody

                        Newly denied:
                        """)
                .containsPattern("""
                        NAMESPACE +OWNER +RULE +CHANGE +OBJECTS
                        shop +Deployment/web +MH105 cross-namespace-network +warned → denied +1 Deployment, 2 Pods
                            Deployment/web: MH105 cross-namespace-network: spec\\.template\\.metadata\\.annotations""")
                .contains("its pods will be denied: ", "(https://multihoming.dev/rules/MH105)\n")
                .endsWith("\n3 objects newly denied in 1 namespace, 0 newly allowed, 0 changed, 3 unchanged.\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatIsEnforcedNoMoreIsNewlyAllowed() throws IOException {
        CommandRun run = diff(write("new.yaml", WARN), objects(), "--policy", write("now.yaml", ENFORCE));

        assertThat(run.out())
                .contains("\nNewly allowed:\n", "denied → warned")
                .endsWith("\n0 objects newly denied, 3 newly allowed, 0 changed, 3 unchanged.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anotherWarningIsAChange() throws IOException {
        CommandRun run = diff(write("new.yaml", WARN), objects(), "--policy", write("now.yaml", AUDIT));

        assertThat(run.out()).contains("\nChanged:\n", "counted → warned").contains(" 3 changed, 3 unchanged.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void whatIsDeniedInPlaceOfItsPodsIsAChange() throws IOException {
        String templates = policy("everybody", "templates: Enforce");
        CommandRun run = diff(write("new.yaml", templates), objects());

        assertThat(run.out())
                .containsPattern("shop +Deployment/web +MH105 cross-namespace-network +warned → denied +1 Deployment\n")
                .contains("\n0 objects newly denied, 0 newly allowed, 1 changed, 5 unchanged.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anExemptionIsAddedAndRemoved() throws IOException {
        String exemption = write("exemption.yaml", EXEMPTION);

        CommandRun added = diff(exemption, objects());
        assertThat(added.out())
                .contains("adds MultiHomingExemption/web-to-lab", "denied → exempt")
                .contains("0 objects newly denied, 3 newly allowed");
        CommandRun removed = diff("--without", "web-to-lab", objects(), "--policy", exemption);
        assertThat(removed.out())
                .contains("removes web-to-lab", "exempt → denied")
                .contains("3 objects newly denied in 1 namespace");
        assertThat(removed.exitCode()).isEqualTo(1);
    }

    @Test
    void aPolicyIsTakenAway() throws IOException {
        CommandRun run = diff(objects(), "--without", "policy/everybody", "--policy", write("now.yaml", WARN));

        assertThat(run.out())
                .contains("Proposed  the built-in policy: removes policy/everybody\n")
                .contains("3 objects newly denied in 1 namespace")
                .containsPattern(
                        "\nGoverned by another policy:\nNAMESPACE .*\nlab +everybody +\\(built-in\\) +MH105 +-\n");
    }

    @Test
    void aRuleIsSetInEveryPolicyAndWithoutOne() throws IOException {
        String ofLab = write("now.yaml", """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: lab}
                spec: {namespaces: [lab], rules: {cross-namespace-network: Warn}}
                """ + "---\n" + EXEMPTION);
        write(
                "objects.yaml",
                OBJECTS + pod("intruder", "shop/storage", "Job", "night").replace("shop\n", "lab\n"));

        CommandRun off = diff(objects(), "--policy", ofLab, "--rule", "MH105=off", "--without", "web-to-lab");
        assertThat(off.out())
                .contains("MH105=Off\n", "0 objects newly denied, 0 newly allowed, 1 changed")
                .doesNotContain("Governed by");
        CommandRun enforced = diff(objects(), "--policy", ofLab, "--rule", "cross-namespace-network=Enforce");
        assertThat(enforced.out())
                .containsPattern("\nlab +Job/night +MH105 cross-namespace-network +warned → denied +1 Pod\n")
                .contains("1 object newly denied in 1 namespace");
    }

    @Test
    void allRulesAreSetAtOnce() {
        CommandRun run = diff(objects(), "--rule", "*=Warn");

        assertThat(run.out()).contains(" rules=Warn\n").contains("3 newly allowed");
    }

    @Test
    void aPolicyTakesANamespaceOver() throws IOException {
        String lax = write("now.yaml", WARN);
        String strict = write("new.yaml", """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: production}
                spec: {priority: 10, namespaceSelector: {matchLabels: {stage: production}}}
                """);

        CommandRun run = diff(strict, objects(), "--policy", lax);

        assertThat(run.out()).containsPattern("""

                        Governed by another policy:
                        NAMESPACE +NOW +PROPOSED +ENFORCED ANEW +NO LONGER ENFORCED
                        shop +everybody +production +MH105 +-
                        """).contains("3 objects newly denied in 1 namespace");
    }

    @Test
    void aChainOfPoliciesIsFollowed() throws IOException {
        String now = write(
                "now.yaml",
                policy("base", "namespaces: [none]\n  rules: {MH105: Enforce}") + "---\n"
                        + policy("child", "extends: base"));
        String base = write("new.yaml", policy("base", "namespaces: [none]\n  rules: {MH105: Warn}"));

        assertThat(diff(base, objects(), "--policy", now).out())
                .contains("replaces MultiHomingPolicy/base", "0 objects newly denied, 3 newly allowed");
        // Without its parent the policy gets what strict says.
        CommandRun orphan = diff(objects(), "--without", "base", "--policy", now);
        assertThat(orphan.out()).contains("1 policy, 0 exemptions: removes base");
    }

    @Test
    void nothingChanges() throws IOException {
        CommandRun run = diff(write("new.yaml", WARN), objects(), "--policy", write("now.yaml", WARN));

        assertThat(run.out())
                .endsWith("everybody\n\n0 objects newly denied, 0 newly allowed, 0 changed, 6 unchanged.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void beforeTheWebhookIsInstalledNothingIsEnforced() throws IOException {
        CommandRun builtIn = diff(objects(), "--not-installed");
        assertThat(builtIn.out())
                .startsWith("Current   nothing is enforced\nProposed  the built-in policy\n")
                .contains("allowed → denied", "3 objects newly denied in 1 namespace");
        CommandRun audited =
                diff(write("new.yaml", policy("everybody", "rules: {'*': Audit}")), objects(), "--not-installed");
        assertThat(audited.out()).contains("0 objects newly denied, 0 newly allowed, 0 changed, 6 unchanged.");
        assertThat(audited.exitCode()).isZero();
        // Policies can be there before the webhook runs.
        CommandRun there = diff(
                objects(),
                "--not-installed",
                "--policy",
                folder.resolve("new.yaml").toString());
        assertThat(there.out())
                .startsWith("Current   nothing is enforced\nProposed  1 policy, 0 exemptions\n")
                .contains(" 6 unchanged.");
    }

    @Test
    void oneNamespaceIsLookedAt() throws IOException {
        CommandRun run = diff(write("new.yaml", WARN), objects(), "-n", "lab");

        assertThat(run.out())
                .contains("0 objects newly denied, 0 newly allowed, 0 changed, 1 unchanged.")
                .containsPattern("\nlab +\\(built-in\\) +everybody ")
                .doesNotContain("shop");
    }

    @Test
    void whatMultusWroteIsNotHeldAgainstARunningPod() throws IOException {
        write("objects.yaml", """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: running
                  namespace: shop
                  uid: 00000000-0000-0000-0000-000000000001
                  annotations: {k8s.v1.cni.cncf.io/network-status: '[]'}
                status: {hostIP: 10.0.0.1}
                """);

        assertThat(diff(objects(), "--not-installed").out()).contains(" 0 changed, 1 unchanged.");
    }

    @Test
    void theWantedVerdictsAreWrittenAsTestsThatPass() throws IOException {
        Path tests = folder.resolve("tests");
        write("objects.yaml", OBJECTS + """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: virt-launcher
                  namespace: shop
                  annotations: {k8s.v1.cni.cncf.io/networks: lab/bench}
                  ownerReferences: [{apiVersion: kubevirt.io/v1, kind: VirtualMachineInstance, name: desktop, controller: true}]
                """);

        CommandRun run = diff(
                write("new.yaml", ENFORCE),
                objects(),
                "--policy",
                write("now.yaml", WARN + "---\n" + EXEMPTION),
                "--without",
                "web-to-lab",
                "--rule",
                "MH107=Warn",
                "--as-tests",
                tests.toString());

        assertThat(run.err()).isEqualTo("3 cases are written to " + tests + ".\n");
        CommandRun tested = CommandRun.of("test", tests.toString());
        assertThat(tested.out()).endsWith("\n3 cases, 0 failed.\n");
        assertThat(tested.exitCode()).isZero();
        assertThat(Files.readString(tests.resolve("policy-diff.test.yaml")))
                .contains("newly denied: Pod shop/web-1-a", "policy: \"everybody\"", "system:serviceaccount:")
                .doesNotContain("web-1-b", "hidden");
        // The verdicts are pinned: the old policy fails them.
        Files.writeString(tests.resolve("policies.yaml"), WARN);
        assertThat(CommandRun.of("test", tests.toString()).exitCode()).isEqualTo(1);
        assertThat(diff(write("new.yaml", ENFORCE), objects(), "--as-tests", tests.toString())
                        .err())
                .contains("is not empty; name a new one for the tests");
    }

    @Test
    void aCaseThatDependsOnWhatIsNotThereIsLeftOut() throws IOException {
        Path tests = folder.resolve("tests");
        write("objects.yaml", pod("lonely", "gone", "Job", "lonely"));

        CommandRun run = diff(objects(), "--rule", "unverified-network=Enforce", "--as-tests", tests.toString());

        assertThat(run.err()).contains("0 cases are written", "1 are left out: ");
        assertThat(tests.resolve("policy-diff.test.yaml")).doesNotExist();
    }

    @Test
    void programsReadJson() throws IOException {
        hostile();
        CommandRun run = diff(write("new.yaml", ENFORCE), objects(), "--policy", write("now.yaml", WARN), "-o", "json");

        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(run.out()).doesNotContain("\u001b", "\u202e");
        assertThat(report.at("/summary/newlyDenied").asInt()).isEqualTo(4);
        JsonNode first = report.at("/objects/0");
        assertThat(first.at("/change").asText()).isEqualTo("newly denied");
        assertThat(first.at("/owner").toString()).isEqualTo("{\"kind\":\"Deployment\",\"name\":\"web\"}");
        assertThat(first.at("/rules/0/before").asText()).isEqualTo("warned");
        assertThat(first.at("/rules/0/after").asText()).isEqualTo("denied");
        assertThat(report.findValuesAsText("name")).anyMatch(name -> name.contains("=cmd,\"\u001b[2J\u202e"));
    }

    @Test
    void spreadsheetsReadCsv() throws IOException {
        hostile();
        CommandRun run = diff(write("new.yaml", ENFORCE), objects(), "--policy", write("now.yaml", WARN), "-o", "csv");

        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(5).first().asString().startsWith("change,namespace,owner,kind,name,rule,rule_name,");
        assertThat(lines.getLast())
                .startsWith("newly denied,shop,\"Pod/=cmd,\"\"?[2J?\",Pod,\"'=cmd,\"\"?[2J?\",MH105,");
    }

    @Test
    void aTerminalShowsNothingThatTenantsCompose() throws IOException {
        hostile();

        assertThat(diff(write("new.yaml", ENFORCE), objects(), "--policy", write("now.yaml", WARN))
                        .out())
                .contains("Pod/=cmd,\"?[2J?")
                .doesNotContain("\u001b", "\u202e");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --rule MH999=Warn                | "MH999" is not a rule; closest: MH
            --rule MH601=Warn                | MH601 always denies or warns; no policy changes that.
            --rule MH105=Maybe               | Invalid value for option '--rule'
            --without gone                   | There is no policy or exemption gone.
            --assume-complete                | Say what to change: name a file with policies or exemptions, --rule or --without.
            misspelt.yaml                    | "cross-namespace-netwrok" is not a rule; closest: cross-namespace-network.
            twice.yaml                       | MultiHomingPolicy/everybody is given twice; leave one out.
            --policy objects.yaml            | There is no policy and no exemption in
            both.yaml                        | MultiHomingPolicy everybody would be denied: MH5
            values.yaml --rule MH105=Warn    | values.yaml, line 1
            """)
    void whatIsNotUnderstoodIsAnError(String arguments, String sentence) throws IOException {
        write("misspelt.yaml", policy("everybody", "rules: {cross-namespace-netwrok: Warn}"));
        write("twice.yaml", WARN + "---\n" + WARN);
        write("both.yaml", policy("everybody", "rules: {cross-namespace-network: Warn, MH105: Warn}"));
        write("values.yaml", "name: {{ .Values.name }}: [");

        CommandRun run = diff(Stream.concat(
                        Stream.of(objects()),
                        Stream.of(arguments.split(" "))
                                .map(word -> word.endsWith(".yaml")
                                        ? folder.resolve(word).toString()
                                        : word))
                .toArray(String[]::new));

        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aNameOfTwoKindsNeedsItsKind() throws IOException {
        String now = write("now.yaml", WARN + "---\n" + EXEMPTION.replace("web-to-lab", "everybody"));

        assertThat(diff(objects(), "--policy", now, "--without", "everybody").err())
                .contains("write policy/everybody or exemption/everybody");
        assertThat(diff(objects(), "--policy", now, "--without", "exemption/everybody")
                        .out())
                .startsWith("Current   1 policy, 1 exemption\nProposed  1 policy, 0 exemptions: removes ");
    }

    @Test
    void aFolderWithNothingInItIsAnError() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(diff(empty.toString(), "--rule", "MH105=Warn").err())
                .contains("has no file whose name ends with .yaml, .yml or .json.");

        Files.writeString(empty.resolve("nothing.yaml"), "# nothing yet");
        assertThat(diff(empty.toString(), "--rule", "MH105=Warn").err())
                .contains("There is no policy, no exemption and no other object in ");
    }

    private void hostile() throws IOException {
        write("objects.yaml", OBJECTS + pod("\"=cmd,\\\"\\e[2J\\u202e\"", "lab/bench", "", ""));
    }

    private CommandRun diff(String... arguments) {
        return CommandRun.of(
                Stream.concat(Stream.of("policy", "diff"), Stream.of(arguments)).toArray(String[]::new));
    }

    private String objects() {
        return folder.resolve("objects.yaml").toString();
    }

    private String write(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), text).toString();
    }

    private static String policy(String name, String spec) {
        return """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata: {name: %s}
                spec:
                  %s
                """.formatted(name, spec);
    }

    private static String pod(String name, String networks, String ownerKind, String owner) {
        String references = owner.isEmpty()
                ? "[]"
                : "[{apiVersion: batch/v1, kind: %s, name: %s, controller: true}]".formatted(ownerKind, owner);
        return """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %s
                  namespace: shop
                  annotations: {k8s.v1.cni.cncf.io/networks: %s}
                  ownerReferences: %s
                ---
                """.formatted(name, networks, references);
    }
}
