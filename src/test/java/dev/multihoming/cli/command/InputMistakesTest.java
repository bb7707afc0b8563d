package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mistakes that people make often, and the message that names each of them.
class InputMistakesTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: app
              namespace: team-a
              annotations:
                k8s.v1.cni.cncf.io/networks: %s
            spec: {containers: [{name: app, image: registry.example/app}]}
            """;
    private static final String NAD = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: blue, namespace: team-a}
            spec:
              config: %s
            """;
    private static final String POLICY = """
            apiVersion: multihoming.dev/v1alpha1
            kind: MultiHomingPolicy
            metadata: {name: tenants}
            spec: {%s}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPolicyWithoutAName() throws IOException {
        String rules = "spec: {namespaces: [a], rules: {'*': Enforce}}";
        assertThat(check(POLICY.formatted("namespaces: [a]").replace("{name: tenants}", "{generateName: tenants-}")))
                .contains("0 would be denied");
        assertThat(check("apiVersion: multihoming.dev/v1alpha1\nkind: MultiHomingPolicy\n" + rules))
                .contains("denied: invalid-field", "metadata: the field name is missing");
        assertThat(check("apiVersion: multihoming.dev/v1alpha1\nkind: MultiHomingExemption\nmetadata:\nspec: {}"))
                .contains("denied: invalid-field", "metadata: the field name is missing");
    }

    /// A patch, for example, which another tool puts together with the rest.
    @Test
    void aPodWithoutContainers() throws IOException {
        String nad = "---\n"
                + NAD.formatted("'{\"cniVersion\": \"1.0.0\", \"type\": \"sriov\"}'")
                        .replace(
                                "name: blue,",
                                "name: blue, annotations: {k8s.v1.cni.cncf.io/resourceName: example.com/vf},");
        for (String spec :
                new String[] {"", "spec: {}", "spec: text", "spec: {containers: []}", "spec: {containers: [x]}"}) {
            String pod = POD.formatted("blue").replaceFirst("spec: .*", spec);
            assertThat(check(pod + nad)).as(spec).contains("2 objects in 1 file");
        }
    }

    @Test
    void aYamlListInAString() throws IOException {
        assertThat(check(POD.formatted("'- name: x'")))
                .contains(
                        ":7:35: denied: MH101",
                        "this is YAML, and the annotation takes JSON or a comma-separated list;")
                .contains("Write '[{\"name\": \"x\"}]'.");
        assertThat(check(POD.formatted("'- name: x\\n  namespace: y'")))
                .contains("Write '[{\"name\": \"my-network\"}]'.");
    }

    @Test
    void aListOrAMappingInPlaceOfAString() throws IOException {
        assertThat(check(POD.formatted("[{name: x}]")))
                .contains(":7:5: denied: not-a-string", "is a YAML list; the API server takes only a string here.")
                .contains("Write it as JSON in quotes, or on the lines below \"|-\": '[{\"name\":\"x\"}]'.")
                .contains("1 would be denied")
                .doesNotContain("MH101");
        assertThat(check(NAD.formatted("{cniVersion: 1.0.0, type: bridge}")))
                .contains(
                        "the value of \"config\" is a YAML mapping;",
                        "'{\"cniVersion\":\"1.0.0\",\"type\":\"bridge\"}'")
                .doesNotContain("MH201");
    }

    @Test
    void aNumberInPlaceOfAString() throws IOException {
        assertThat(check(POD.formatted("123")))
                .contains("denied: not-a-string", "is a number;", "Quote it: \"123\".")
                .doesNotContain("MH113");
        assertThat(check(POD.formatted("yes"))).contains("is a boolean;");
        assertThat(check(POD.formatted("y"))).contains("is a boolean;", "Quote it: \"y\".");
        assertThat(check(POD.formatted("1e3"))).contains("is a number;", "Quote it: \"1e3\".");
        assertThat(check(POD.formatted("0o17"))).contains("is a number;");
        assertThat(check(POD.formatted("\"123\""))).contains("MH113").doesNotContain("not-a-string");
    }

    @Test
    void aVlanThatIsNotPermittedIsPointedAt() throws IOException {
        String config =
                "'{\"cniVersion\": \"1.0.0\", \"type\": \"bridge\", \"bridge\": \"br1\", \"macspoofchk\": true, \"vlan\": 250}'";
        assertThat(checkUnder("limits: {vlans: [100-199]}", NAD.formatted(config)))
                .contains(":5:100: denied: MH231", "^^^\n", "VLAN 250 is not permitted here;");
    }

    @Test
    void aDeviceOfTheNodeThatThePolicyForbids() throws IOException {
        String config = "'{\"cniVersion\": \"1.0.0\", \"type\": \"host-device\", \"device\": \"eth3\"}'";
        assertThat(checkUnder("limits: {hostDevices: false, pluginTypes: [bridge]}", NAD.formatted(config)))
                .contains("the policy forbids the plugin \"host-device\" (limits.hostDevices: false);")
                .contains("Use what it permits (plugins \"bridge\")", "Decided by the policy \"tenants\".");
    }

    @Test
    void aTab() throws IOException {
        assertThat(check("apiVersion: v1\nkind: Pod\nmetadata:\n\tname: x\n"))
                .contains(":4:1: not read: Not valid YAML: line 4 is indented with a tab; YAML takes spaces.");
        assertThat(check("apiVersion: v1\nkind: Pod\nmetadata:\n  name:\tx\n"))
                .contains("not read: Not valid YAML: line 4 has a tab before a value; kubectl takes it,");
    }

    @Test
    void aValueThatJsonDoesNotHave() throws IOException {
        assertThat(check("apiVersion: v1\nkind: Pod\nmetadata: {name: x, generation: .inf}\n"))
                .contains("not read: Not valid YAML: .inf, a value that JSON does not have.");
        assertThat(check("apiVersion: v1\nkind: Pod\nmetadata: {name: x, ~: y}\n"))
                .contains("not read: Not valid YAML: a key that is null.");
    }

    @Test
    void aRuleThatDoesNotExist() throws IOException {
        assertThat(check(POLICY.formatted("rules: {cross-namespace-netwrok: Enforce, '*': Warn}")))
                .contains(":4:16: denied: unknown-rule")
                .contains("\"cross-namespace-netwrok\" is not a rule; closest: cross-namespace-network;");
        assertThat(check(POLICY.formatted("rules: {MH601: Warn}"))).contains("MH601 always denies or warns;");
        assertThat(check(POLICY.formatted("rules: {MH105: Enforce, '*': Warn}")))
                .doesNotContain("unknown-rule");
        assertThat(CommandRun.of("explain", "MH999").err()).isEqualTo("multihoming: There is no rule MH999.\n");
    }

    @Test
    void aPolicyThatDoesNotFitItsCrd() throws IOException {
        assertThat(check(POLICY.formatted("limits: {networksPerPod: 100}, rules: {MH105: Off}, priorty: 1")))
                .contains("denied: invalid-field")
                .contains("spec.limits.networksPerPod: 100 is not at least 0 and at most 64; the API server refuses")
                .contains("spec.rules.MH105: it is false, and not a string;")
                .contains("Put it in quotes")
                .contains("spec.priorty: there is no field \"priorty\"; closest: priority;");
        assertThat(check(POLICY.formatted("rules: {MH105: enforce}, limits: {pluginTypes: bridge}")))
                .contains("spec.rules.MH105: \"enforce\" is none of Audit, Enforce, Off, Warn;")
                .contains("spec.limits.pluginTypes: it is \"bridge\", and not a list;");
        assertThat(check("""
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingExemption
                metadata: {name: a}
                spec: {rules: [MH105], namespaces: [a], expires: tomorrow, owner: o, objects: [null, {name: x}]}
                """))
                .contains("spec: the field reason is missing;")
                .contains("spec.expires: \"tomorrow\" does not match ")
                .contains("spec.objects[0]: it is null, and not a map;")
                .contains("spec.objects[1]: the field kind is missing;");
    }

    @Test
    void aPolicyThatFitsItsCrd() throws IOException {
        assertThat(check(POLICY.formatted("limits: {networksPerPod: 4}, rules: {MH105: 'Off', '*': Warn}")))
                .doesNotContain("invalid-field");
    }

    @Test
    void aNetworkThatCannotBeMeant() {
        assertThat(CommandRun.of("nad", "create", "blue", "--type", "brigde")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isEqualTo("multihoming: \"brigde\" is not a plugin type; closest: \"bridge\".\n");
        });
        assertThat(CommandRun.of("nad", "create", "Blue", "--type", "bridge", "--bridge", "br1")
                        .err())
                .isEqualTo(
                        "multihoming: \"Blue\" is not a valid name: use lower-case letters, digits, '-' and '.', at most"
                                + " 253.\n");
        assertThat(CommandRun.of("nad", "create", "blue", "--type", "vendor-cni")
                        .exitCode())
                .isZero();
    }

    private String check(String manifest) throws IOException {
        return CommandRun.of("check", write("manifest.yaml", manifest)).out();
    }

    private String checkUnder(String policy, String manifest) throws IOException {
        String file = write("policy.yaml", POLICY.formatted(policy));
        return CommandRun.of("check", "--policy", file, write("manifest.yaml", manifest))
                .out();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
