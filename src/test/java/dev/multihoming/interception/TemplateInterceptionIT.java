package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which requests about workloads and machines cost a call. By the shipped configurations.
class TemplateInterceptionIT extends InterceptionTests {
    TemplateInterceptionIT(@TempDir Path home) {
        super(home);
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
}
