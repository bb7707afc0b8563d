package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksCommandTest {
    private static final String TWO_TENANTS = "demo/networks/two-tenants.yaml";

    @TempDir
    Path folder;

    private static List<String> rows(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).isZero();
        return run.out()
                .lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.replaceAll(" {2,}", " | "))
                .toList();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aSharedSegmentIsListedWithAllOnIt() {
        assertThat(rows("networks", "--shared", TWO_TENANTS))
                .containsExactly(
                        "bridge br1, VLAN 150 | ops | monitor | bridge | - | - | - | 0 | 0 | 0",
                        "bridge br1, VLAN 150 | team-a | storage | bridge | host-local | 10.1.0.0/24 | team-b/backup | 1 | 1 | 0",
                        "bridge br1, VLAN 150 | team-b | backup | bridge | host-local | 10.1.0.0/25 | team-a/storage | 1 | 0 | 0");
    }

    @Test
    void overlappingAddressesAreListed() {
        assertThat(rows("networks", "--overlaps", TWO_TENANTS)).hasSize(2).allMatch(row -> row.contains("VLAN 150"));
    }

    @Test
    void unusedNetworksAreListed() {
        assertThat(rows("networks", "--unused", "--by", "namespace", TWO_TENANTS))
                .extracting(row -> row.replaceAll("^([^|]+) \\| ([^|]+) \\|.*", "$1/$2"))
                .containsOnly("ops/appliance", "ops/monitor", "team-a/uplink");
    }

    @Test
    void theConventionIsSaidAndWhatIsNotKnownToo() {
        assertThat(CommandRun.of("networks", TWO_TENANTS).out())
                .contains(
                        "not known: its plugin is not known",
                        "link eth1, VLAN 100: the VLAN is read from the link name eth1.100, by convention; the config does not set it.");
    }

    @Test
    void theListIsOrderedByPlugin() {
        assertThat(rows("networks", "--by", "plugin", TWO_TENANTS))
                .extracting(row -> row.substring(0, row.indexOf(' ')))
                .isSorted()
                .contains("bridge", "macvlan", "vendor-cni");
    }

    @Test
    void oneNetworkIsShownWithItsUsers() {
        String out = CommandRun.of("networks", "team-a/storage", TWO_TENANTS).out();

        assertThat(out)
                .contains(
                        "net<N>     team-a/storage  bridge  bridge br1    150 ",
                        "  Also on it: team-b/backup (10.1.0.0/25 by host-local), addresses overlap\n",
                        "Deployment  team-a     database  0\n",
                        "Pod         team-b     restore   1\n",
                        "If it is deleted, new pods of these do not start: Deployment team-a/database.\n");
    }

    @Test
    void nodesTellWhatStandsBehindTheName() throws IOException {
        String nodes = file("nodes.yaml", """
                apiVersion: nmstate.io/v1beta1
                kind: NodeNetworkState
                metadata: {name: node-1}
                status:
                  currentState:
                    interfaces:
                    - {name: br1, type: linux-bridge, state: up, mtu: 9000, bridge: {port: [{name: eth1}]}}
                ---
                apiVersion: nmstate.io/v1beta1
                kind: NodeNetworkState
                metadata: {name: node-2}
                status: {currentState: {interfaces: []}}
                """);

        assertThat(CommandRun.of("networks", "team-a/storage", TWO_TENANTS, nodes)
                        .out())
                .containsPattern("node-1 +br1 +linux-bridge +up +9000 +eth1\n")
                .containsPattern("node-2 +br1 +not on this node +- +- +-\n");
    }

    @Test
    void machinesAndWhatTheyAreMadeByCountOnce() throws IOException {
        String machine = file("machine.yaml", """
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: desktop, namespace: team-a}
                spec:
                  template:
                    spec:
                      networks: [{name: n, multus: {networkName: team-b/backup}}]
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata:
                  name: desktop
                  namespace: team-a
                  ownerReferences: [{kind: VirtualMachine, name: desktop, controller: true}]
                spec:
                  networks: [{name: n, multus: {networkName: team-b/backup}}]
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: virt-launcher-desktop-x
                  namespace: team-a
                  annotations: {k8s.v1.cni.cncf.io/networks: '[{"name": "backup", "namespace": "team-b"}]'}
                  ownerReferences: [{kind: VirtualMachineInstance, name: desktop, controller: true}]
                """);

        assertThat(CommandRun.of("networks", "team-b/backup", TWO_TENANTS, machine)
                        .out())
                .containsPattern("VirtualMachine +team-a +desktop +1\n");
        assertThat(rows("networks", "--overlaps", TWO_TENANTS, machine).getLast())
                .endsWith("| team-a/storage | 2 | 0 | 1");
    }

    @Test
    void jsonParses() throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(CommandRun.of("networks", "-o", "json", TWO_TENANTS).out());
        assertThat(list.path("networks")).hasSize(6);
        assertThat(list.at("/networks/2/overlaps/0").asText()).isEqualTo("team-b/backup");
        assertThat(list.at("/networks/1/segment/vlans/0/first").asInt()).isEqualTo(150);
        assertThat(list.at("/networks/5/segment").isNull()).isTrue();
        assertThat(list.path("notices")).hasSize(1);

        JsonNode one = new ObjectMapper()
                .readTree(CommandRun.of("networks", "team-a/storage", "-o", "json", TWO_TENANTS)
                        .out());
        assertThat(one.at("/users/0/name").asText()).isEqualTo("database");
        assertThat(one.at("/interfaces/0/connectedTo").asText()).isEqualTo("bridge br1");
        assertThat(one.at("/segments/0/networks")).hasSize(3);
    }

    @Test
    void csvHasAsManyCellsInEachLine() {
        CommandRun run = CommandRun.of("networks", "-o", "csv", TWO_TENANTS);

        assertThat(run.out().lines())
                .startsWith("SEGMENT,NAMESPACE,NETWORK,PLUGIN,IPAM,ADDRESSES,OVERLAPS,PODS,WORKLOADS,VIRTUAL MACHINES")
                .contains("\"bridge br1, VLAN 150\",team-a,storage,bridge,host-local,10.1.0.0/24,team-b/backup,1,1,0");
        assertThat(run.err()).contains("by convention");
        assertThat(CommandRun.of("networks", "team-a/storage", "-o", "csv", TWO_TENANTS)
                        .out())
                .contains("team-a/storage,Deployment,team-a,database,0");
    }

    @Test
    void textOfTenantsMovesNoCursorAndIsNoFormula() throws IOException {
        String hostile = file("hostile.yaml", """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: "=cmd()", namespace: "team\\e[2J"}
                spec:
                  config: '{"type": "bridge", "bridge": "br\\u001b[2J\\u202e\\u009b\\n,\\"x", "vlan": 150}'
                ---
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: plugin, namespace: team}
                spec:
                  config: '{"type": "=1+1\\u001b]0;x\\u0007"}'
                """);
        for (String format : List.of("table", "json", "csv")) {
            assertThat(CommandRun.of("networks", "-o", format, hostile).out().replaceAll("\r?\n", ""))
                    .isNotEmpty()
                    .doesNotMatch("(?s).*[\\p{Cntrl}\\u0080-\\u009f\\u202e].*");
            assertThat(CommandRun.of("networks", "team/plugin", "-o", format, hostile)
                            .out()
                            .replaceAll("\r?\n", ""))
                    .doesNotMatch("(?s).*[\\p{Cntrl}\\u0080-\\u009f\\u202e].*");
        }
        assertThat(CommandRun.of("networks", "-o", "csv", hostile).out())
                .contains(",'=cmd(),", ",'=1+1?]0;x?,", "\"bridge br?[2J???,\"\"x, VLAN 150\"");
    }

    @Test
    void aPrimaryNetworkIsNotUnused() throws IOException {
        String primary = file("primary.yaml", """
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: primary, namespace: team-a}
                spec:
                  config: '{"name": "p", "type": "ovn-k8s-cni-overlay", "topology": "layer2", "role": "primary", "subnets": "10.3.0.0/24"}'
                """);

        assertThat(CommandRun.of("networks", "--unused", primary).out())
                .isEqualTo("None of the 1 networks is listed.\n");
        assertThat(rows("networks", primary))
                .containsExactly(
                        "OVN network p | team-a | primary | ovn-k8s-cni-overlay | ovn-k8s-cni-overlay | 10.3.0.0/24 | all | 0 | 0");
    }

    @Test
    void whatIsNotThereIsToldInASentence() {
        CommandRun run = CommandRun.of("networks", "team-a/gone", TWO_TENANTS);
        assertThat(run.err()).isEqualTo("multihoming: There is no network team-a/gone.\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("networks", "gone.yaml").err())
                .isEqualTo("multihoming: There is no file or folder gone.yaml.\n");
        assertThat(CommandRun.of("networks", "team-a/storage", "--unused", TWO_TENANTS)
                        .exitCode())
                .isEqualTo(2);
    }
}
