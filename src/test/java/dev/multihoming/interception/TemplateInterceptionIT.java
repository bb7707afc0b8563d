package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.BundledText;
import dev.multihoming.plane.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which requests cost a call, for every kind that has a template. Custom resources keep a field without a value, as a
/// half-edited manifest has it, and under Fail a condition that stumbles over one would refuse the object.
class TemplateInterceptionIT extends InterceptionTests {
    private static final String BLUE = annotation(NETWORKS, "blue");
    private static final String SLIP = annotation("k8s.v1.cni.cncf.io/network", "blue");
    private static final String NOTHING = "{}";
    private static final String NULL = "null";
    private static final String MULTUS = networks("[{\"name\": \"a\", \"multus\": {\"networkName\": \"x\"}}]");
    private static final String NULLS = "{\"metadata\": null, \"spec\": null}";

    TemplateInterceptionIT(@TempDir Path home) {
        super(home);
    }

    @BeforeAll
    void installDeploymentConfigs() {
        kubectl.apply(BundledText.read("/crds/openshift-deploymentconfigs.yaml"))
                .orThrow("Installing DeploymentConfigs");
        for (List<Maker> makers : List.of(Maker.workloads(), Maker.machines())) {
            makers.forEach(maker -> Eventually.holds("a call for a " + maker, () -> {
                recorder.forget();
                kubectl.runWithInput(
                        maker.object("probe", "", maker.template(BLUE)), "create", "--dry-run=server", "-f-");
                return !calls("probe").isEmpty();
            }));
        }
    }

    static List<Maker> workloads() {
        return Maker.workloads();
    }

    static List<Maker> machines() {
        return Maker.machines();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aWorkloadIsAskedAboutWhereItHasAKeyAndNoController(Maker maker) {
        assertThat(callsOf(maker.object("w", "", maker.template(NOTHING)))).isEmpty();
        assertThat(callsOf(maker.object("w", "", maker.template(NULL)))).isEmpty();
        assertThat(callsOf(maker.object("w", "", maker.template(BLUE)))).containsExactly("/validate CREATE");
        assertThat(callsOf(maker.object("w", "", maker.template(SLIP)))).containsExactly("/validate CREATE");
        assertThat(callsOf(maker.object("w", ", \"annotations\": " + BLUE, maker.template(NULL))))
                .containsExactly("/validate CREATE");
        assertThat(callsOf(maker.object("w", owner(", \"controller\": true"), maker.template(BLUE))))
                .isEmpty();
        assertThat(callsOf(maker.object("w", owner(""), maker.template(BLUE)))).containsExactly("/validate CREATE");
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aWorkloadThatChangesIsAskedAboutWhereAKeyDoes(Maker maker) {
        String name = "changes-" + maker.kind().toLowerCase(Locale.ROOT);
        create(maker.object(name, "", maker.template(BLUE)));
        assertThat(changed(maker.resource(), name, annotations("example.org/note", "x")))
                .isEmpty();
        assertThat(changed(maker.resource(), name, annotations(NETWORKS, "x"))).containsExactly("/validate UPDATE");
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aMachineIsAskedAboutWhereItHasAMultusNetworkOrAKey(Maker maker) {
        assertThat(callsOf(maker.object("w", "", maker.template(NOTHING)))).isEmpty();
        assertThat(callsOf(maker.object("w", "", maker.template(BLUE)))).containsExactly("/validate CREATE");
        assertThat(callsOf(maker.object("w", "", MULTUS))).containsExactly("/validate CREATE");
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aFieldWithoutAValueIsNone(Maker maker) {
        for (String template : List.of(
                NULL,
                NULLS,
                maker.template(NULL),
                networks(NULL),
                networks("[null]"),
                networks("[{\"name\": \"a\", \"multus\": null}]"))) {
            assertThat(callsOf(maker.object("w", "", template))).as(template).isEmpty();
        }
        assertThat(callsOf(maker.objectOf("w", "", "\"spec\": null"))).isEmpty();
        assertThat(callsOf(maker.objectOf("w", "", "\"spec\": {\"virtualMachineTemplate\": {\"spec\": null}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aMachineThatHadFieldsWithoutValuesCanGetThem(Maker maker) {
        String name = "grows-" + maker.kind().toLowerCase(Locale.ROOT);
        for (String before : List.of(NULL, NULLS, maker.template(NULL), networks(NULL), networks("[null]"))) {
            create(maker.object(name, "", before));
            for (String after : List.of(maker.template(BLUE), MULTUS)) {
                recorder.forget();
                kubectl.runWithInput(maker.object(name, "", after), "replace", "--dry-run=server", "-f-")
                        .orThrow("Replacing");
                assertThat(calls(name)).as(before + " " + after).containsExactly("/validate UPDATE");
            }
            kubectl.inNamespace(NAMESPACE).run("delete", maker.resource(), name).orThrow("Deleting");
        }
    }

    @Test
    void nothingElseThatChangesInAWorkloadCostsACall() {
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
    void nothingElseThatChangesInAMachineCostsACall() {
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

    /// It has its networks and annotations without a template.
    @Test
    void anInstanceIsAskedAboutLikewise() {
        assertThat(callsOf(instance(NOTHING, NULL))).isEmpty();
        assertThat(callsOf(instance(NULL, "{\"networks\": null}"))).isEmpty();
        assertThat(callsOf(instance(NOTHING, "{\"networks\": [null, {\"name\": \"a\", \"multus\": null}]}")))
                .isEmpty();
        assertThat(callsOf(instance(BLUE, NULL))).containsExactly("/validate CREATE");
        assertThat(callsOf(instance(NOTHING, "{\"networks\": [null, {\"multus\": {\"networkName\": \"x\"}}]}")))
                .containsExactly("/validate CREATE");
    }

    private static String instance(String annotations, String spec) {
        return """
                {"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance",
                 "metadata": {"name": "w", "namespace": "%s", "annotations": %s}, "spec": %s}
                """.formatted(NAMESPACE, annotations, spec);
    }

    private static String networks(String networks) {
        return "{\"spec\": {\"networks\": " + networks + "}}";
    }

    private static String owner(String more) {
        return ", \"ownerReferences\": [{\"apiVersion\": \"v1\", \"kind\": \"X\", \"name\": \"x\", \"uid\": \"1\"%s}]"
                .formatted(more);
    }

    /// What creating it, as `w`, costs.
    private List<String> callsOf(String object) {
        recorder.forget();
        kubectl.runWithInput(object, "create", "--dry-run=server", "--validate=false", "-f-")
                .orThrow("Creating");
        return calls("w");
    }
}
