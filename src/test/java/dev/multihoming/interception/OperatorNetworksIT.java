package dev.multihoming.interception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.BundledText;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.InstalledWebhook;
import dev.multihoming.plane.Kubectl;
import dev.multihoming.plane.OnControlPlane;
import dev.multihoming.plane.ProgramOutcome;
import org.junit.jupiter.api.Test;

/// Networks that are written for OpenShift's network operator, whose CRD comes later than the webhook.
@OnControlPlane
class OperatorNetworksIT {
    @Test
    void whatTheOperatorWillMakeIsToldAndNotDenied(Kubectl kubectl, InstalledWebhook webhook) {
        assertThat(webhook.server().port()).isPositive();
        kubectl.apply(BundledText.read("/crds/openshift-networks.yaml")).orThrow("Installing the CRD");
        Eventually.holds(
                "networks to be served",
                () -> kubectl.run("get", "networks.operator.openshift.io").succeeded());

        // The API server learns of a new resource and of the webhook for it at different times.
        Eventually.holds(
                "the warning",
                () -> create(kubectl, "{'type': 'vlan'}").stderr().contains("MH216"));
        ProgramOutcome told = create(kubectl, "{'type': 'vlan'}");
        assertThat(told.succeeded()).isTrue();
        assertThat(told.stderr())
                .contains("Warning: network \"storage\": \"master\" of the \"vlan\" plugin is not set");

        ProgramOutcome fine = create(kubectl, "{'cniVersion': '1.0.0', 'type': 'bridge'}");
        assertThat(fine.succeeded()).isTrue();
        assertThat(fine.stderr()).isEmpty();
        theSimpleFormIsToldLikewise(kubectl);
    }

    /// The operator makes a NAD's config of it, and what that would be told is told here.
    private static void theSimpleFormIsToldLikewise(Kubectl kubectl) {
        ProgramOutcome told = createNetwork(kubectl, """
                type: SimpleMacvlan
                      simpleMacvlanConfig:
                        master: enp1s0:1
                        mode: Bridge
                        ipamConfig:
                          type: Static
                          staticIPAMConfig:
                            addresses: [{address: 192.0.2.7/24}]
                            routes: [{destination: 0.0.0.0/0, gateway: 192.0.2.1}]
                """);
        assertThat(told.succeeded()).isTrue();
        assertThat(told.stderr().lines())
                .anySatisfy(line -> assertThat(line).contains("network \"storage\"", "MH224"))
                .anySatisfy(line -> assertThat(line).contains("enp1s0:1", "MH210"));

        ProgramOutcome fine = createNetwork(kubectl, """
                type: SimpleMacvlan
                      simpleMacvlanConfig:
                        master: enp1s0
                        mode: VEPA
                        mtu: 1400
                        ipamConfig: {type: Static, staticIPAMConfig: {addresses: [{address: 192.0.2.7/24}]}}
                """);
        assertThat(fine.succeeded()).isTrue();
        assertThat(fine.stderr()).isEmpty();
    }

    private static ProgramOutcome create(Kubectl kubectl, String config) {
        return createNetwork(kubectl, "type: Raw\n      rawCNIConfig: '%s'".formatted(config.replace('\'', '"')));
    }

    private static ProgramOutcome createNetwork(Kubectl kubectl, String fields) {
        String network = """
                apiVersion: operator.openshift.io/v1
                kind: Network
                metadata: {name: cluster}
                spec:
                  additionalNetworks:
                    - name: storage
                      namespace: tenant-a
                      %s
                """.formatted(fields);
        return kubectl.runWithInput(network, "create", "--dry-run=server", "-f", "-");
    }
}
