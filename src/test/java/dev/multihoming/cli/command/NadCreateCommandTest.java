package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NadCreateCommandTest {
    @TempDir
    Path folder;

    @Test
    void aBridgeGetsItsDefaults() {
        CommandRun run = create("dev-network -n team-a --type bridge --bridge br1");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("""
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata:
                  name: dev-network
                  namespace: team-a
                spec:
                  config: |-
                    {
                      "cniVersion": "1.0.0",
                      "name": "dev-network",
                      "type": "bridge",
                      "bridge": "br1",
                      "vlan": 0,
                      "macspoofchk": true
                    }
                """);
    }

    /// What `nad create` prints, `check` has nothing to say about, also with `--strict`.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "n --type bridge --bridge br1 --vlan 100",
                "n --type bridge --bridge br1 --trunk 100,200-210",
                "n --type cnv-bridge --bridge br1 --macspoofchk false --mtu 9000",
                "n --type bridge --bridge br1 --ipam host-local --subnet 10.10.0.0/24 --range-start 10.10.0.10 --range-end 10.10.0.20",
                "n --type bridge --bridge br1 --ipam host-local --subnet 10.10.0.0/24 --subnet fd00::/64 --route 10.20.0.0/16=10.10.0.1",
                "n --type bridge --bridge br1 --ipam static",
                "n --type bridge --bridge br1 --ipam static --address 10.10.0.7/24 --gateway 10.10.0.1",
                "n --type bridge --bridge br1 --ipam dhcp",
                "n --type macvlan --master eth1 --mode bridge --ipam whereabouts --subnet 10.10.0.0/24 --exclude 10.10.0.0/28",
                "n --type ipvlan --master eth1 --mode l3 --ipam host-local --subnet 10.10.0.0/24",
                "n --type vlan --master eth1 --vlan 7 --ipam host-local --subnet 10.10.0.0/24",
                "n --type host-device --device ens5",
                "n --type sriov --resource example.com/sriov_vf --vlan 7 --set spoofchk=on --set trust=off",
                "n --type ib-sriov --resource example.com/ib_vf --set pkey=0x2001",
                "n --type macvtap --resource macvtap.network.kubevirt.io/eth1",
                "n --type ovs --bridge br-ex --vlan 7",
                "n --type tap --set multiQueue=true",
                "n --type ptp --ipam host-local --subnet 10.10.0.0/24",
                "n --type dummy --ipam static --address 10.10.0.7/24",
                "n -n team-a --type ovn-k8s-cni-overlay --topology layer2 --subnet 10.10.0.0/24",
                "n -n team-a --type ovn-k8s-cni-overlay --topology layer3 --subnet 10.10.0.0/16 --set role=secondary",
                "n -n team-a --type ovn-k8s-cni-overlay --topology localnet --physical-network phys --vlan 7",
                "n --type bond --mode active-backup --set miimon=100 --set linksInContainer=true"
                        + " --set links=[{\"name\":\"net1\"},{\"name\":\"net2\"}]",
                "n --type theirs --set anything={\"a\":[1]}"
            })
    void whatItPrintsIsRight(String arguments) throws IOException {
        CommandRun made = create(arguments);
        assertThat(made.err()).isEmpty();
        assertThat(made.exitCode()).isZero();
        Path file = Files.writeString(folder.resolve("nad.yaml"), made.out());

        CommandRun checked = CommandRun.of("check", "--strict", file.toString());

        assertThat(checked.out()).doesNotContain("MH");
        assertThat(checked.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            n --type bridge --bridge br1 --vlan 5000          | MH210 invalid-config-field
            n --type bridge --bridge a-bridge-with-a-long-name | MH210 invalid-config-field
            n --type bridge --bridge b --ipam host-local --subnet 10.10.0.1/24 | MH218 invalid-address-range
            n --type bond                                     | MH216 missing-config-field
            n --type multus                                   | MH206 nested-multus
            """)
    void whatTheWebhookWouldDenyIsRefusedInItsWords(String arguments, String rule) {
        CommandRun run = create(arguments);

        assertThat(run.err()).contains(rule);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void whatItWouldWarnOfIsTold() {
        CommandRun run = create("n --type bridge --bridge br1 --set isDefaultGateway=true --ipam host-local"
                + " --subnet 10.10.0.0/24");

        assertThat(run.err()).startsWith("Warning: ").contains("MH224");
        assertThat(run.out()).contains("\"isDefaultGateway\": true");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            n                                            | Missing: --type
            n --type bridge                              | Missing: --bridge
            n --type vlan                                | Missing: --master, the interface of the nodes that it is built on, such as eth1; --vlan
            n --type sriov                               | Missing: --resource
            n --type dummy                               | Missing: --ipam
            n --type bridge --bridge b --ipam host-local | Missing: --subnet
            n --type ovn-k8s-cni-overlay                 | Missing: --namespace
            n --type macvlan --master eth1 --vlan 7      | macvlan knows no VLAN
            n --type macvlan --master eth1 --bridge b    | macvlan has no "bridge"; it has master, mode
            n --type bridge --bridge b --vlan seven      | vlan is a whole number, not "seven"
            n --type bridge --bridge b --macspoofchk on  | macspoofchk is true or false, not "on"
            n --type bridge --bridge b --set nonsense=1  | bridge has no "nonsense"
            n --type bridge --bridge b --subnet 10.0.0.0/8 | a network without --ipam has no use for --subnet
            n --type bridge --bridge b --ipam dhcp --gateway 10.0.0.1 | dhcp has no use for --gateway
            n --type tap --trunk 7                       | tap has no trunk
            n --type bond --set links=[                  | links is written in JSON
            """)
    void whatMakesNoNetworkIsToldInASentence(String arguments, String sentence) {
        CommandRun run = create(arguments);

        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void whoeverSitsAtTheTerminalIsAsked() {
        Deque<String> answers = new ArrayDeque<>(List.of("dev", "vlan", "eth1", "7"));
        CommandLine line = new CommandLine(new NadCreateCommand(_ -> Optional.of(answers.pop())));

        CommandRun run = CommandRun.of(line);

        assertThat(run.out()).contains("name: dev\n", "\"type\": \"vlan\"", "\"master\": \"eth1\"", "\"vlanId\": 7");
        assertThat(answers).isEmpty();
    }

    @Test
    void aPolicyDecidesHereToo() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata:
                  name: vlans
                spec:
                  limits:
                    vlans: ["100-199"]
                  owner: Network Security
                """);

        CommandRun run = create("n --type bridge --bridge br1 --vlan 200 --policy " + policy);

        assertThat(run.err()).contains("MH231 network-not-permitted", "Decided by the policy \"vlans\"");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void jsonIsTheSameInJson() {
        assertThat(create("n --type tap -o json").out()).startsWith("{\n  \"apiVersion\": \"k8s.cni.cncf.io/v1\"");
    }

    private static CommandRun create(String arguments) {
        String[] words = ("nad create " + arguments).strip().split("\\s+");
        return CommandRun.of(words);
    }
}
