package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.multihoming.console.engine.Attachments.Selection;
import dev.multihoming.console.engine.Attachments.Target;
import dev.multihoming.console.engine.Engine.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One more network of a virtual machine, and nothing else changed.
class MachineAttachmentTest {
    private static final Selection STORAGE = new Selection("storage", "", "", "");

    private static final String MACHINE = """
            apiVersion: kubevirt.io/v1
            kind: VirtualMachine
            metadata: {name: vm, namespace: shop}   # ours
            spec:
              template:
                spec:
                  domain:
                    devices:
                      interfaces:
                      - name: default # the pod's
                        masquerade: {}
                      disks: []
                  networks:
                    - name: default
                      pod: {}
                  terminationGracePeriodSeconds: 0
            """;

    @Test
    void anElementIsAddedToBothLists() {
        String expected = MACHINE.replace("masquerade: {}\n", """
                masquerade: {}
                          - name: storage
                            bridge: {}
                """).replace("pod: {}\n", """
                pod: {}
                        - name: storage
                          multus:
                            networkName: storage
                """);
        assertThat(attached(MACHINE, STORAGE, "bridge")).isEqualTo(expected);
    }

    @Test
    void aMachineWithoutNetworksKeepsItsPodNetwork() {
        String machine = """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: vm}
                spec:
                  template:
                    spec:
                      domain:
                        memory: {guest: 1Gi}
                """;
        String added = """
                        devices:
                          interfaces:
                          - name: default
                            masquerade: {}
                          - name: storage
                            sriov: {}
                            macAddress: "02:00:00:00:00:01"
                      networks:
                      - name: default
                        pod: {}
                      - name: storage
                        multus:
                          networkName: data/storage
                """;
        assertThat(attached(machine, new Selection("data/storage", "", "", "02:00:00:00:00:01"), "sriov"))
                .isEqualTo(machine + added);
    }

    @Test
    void aPodNetworkThatIsDeclinedStaysAway() {
        String machine = """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata: {name: vm}
                spec: {domain: {devices: {autoattachPodInterface: false, interfaces: []}}, networks: []}
                """;
        assertThat(attached(machine, STORAGE, "bridge"))
                .isEqualTo(machine.replace("interfaces: []", "interfaces: [{\"name\":\"storage\",\"bridge\":{}}]")
                        .replace(
                                "networks: []",
                                "networks: [{\"name\":\"storage\",\"multus\":{\"networkName\":\"storage\"}}]"));
    }

    @ParameterizedTest
    @CsvSource({"storage, storage", "default, default-2", "Fast.Net, fast-net", "data/default, default-2"})
    void theNameIsOneOfTheMachineAlone(String network, String name) {
        assertThat(attached(MACHINE, new Selection(network, "", "", ""), "bridge"))
                .contains("    - name: %s\n          multus:\n            networkName: %s\n".formatted(name, network));
    }

    /// To kubectl they would be numbers.
    @ParameterizedTest
    @ValueSource(strings = {"0b1", "0o17", "0x1f", "1e3", "12e45678"})
    void namesThatAreNumbersToYamlAreQuoted(String network) {
        assertThat(attached(MACHINE, new Selection(network, "", "", ""), "bridge"))
                .contains("- name: \"" + network + "\"", "networkName: \"" + network + "\"");
    }

    @ParameterizedTest
    @CsvSource({"net1, '', KubeVirt names", "'', 10.1.0.5/24, KubeVirt names"})
    void whatKubeVirtDecidesIsRefused(String name, String ips, String why) {
        assertThatThrownBy(() -> attached(MACHINE, new Selection("storage", name, ips, ""), "bridge"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:00:00:00:00", "02:00:00:00:00:01:02:03", "x"})
    void anAddressThatKubeVirtRefusesIsRefused(String mac) {
        assertThatThrownBy(() -> attached(MACHINE, new Selection("storage", "", "", mac), "bridge"))
                .isInstanceOf(Refused.class)
                .hasMessage("\"" + mac + "\" is not a MAC address of 6 bytes; write one such as 02:00:00:00:00:01.");
    }

    @ParameterizedTest
    @CsvSource({
        "'networks:\n        - name: default\n          pod: {}', networks: 3",
        "'interfaces:\n', 'interfaces: x\n          other:\n'"
    })
    void whatIsNoListIsNotReplaced(String list, String other) {
        String machine = MACHINE.replace(list, other);
        assertThat(machine).isNotEqualTo(MACHINE);
        assertThatThrownBy(() -> attached(machine, STORAGE, "bridge"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("cannot be changed without touching other text");
    }

    @Test
    void twoMachinesOfOneNameAreNotToldApart() {
        assertThatThrownBy(() -> NetworkAttachment.of(
                        MACHINE + "---\n" + MACHINE, "default", new Target("VirtualMachine", "shop", "vm")))
                .hasMessage(
                        "The text has several objects VirtualMachine vm in namespace shop; leave only one of them.");
    }

    private static String attached(String text, Selection selection, String binding) {
        return NetworkAttachment.of(text, "default", Target.ONLY).with(selection, _ -> binding);
    }
}
