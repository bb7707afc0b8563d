package dev.multihoming.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    @TempDir
    Path folder;

    @Test
    void theTableIsThatOfTheRepairedPod() {
        CommandRun run = CommandRun.of(
                "explain",
                "demo/30-clash-of-names.yaml",
                "--with",
                "demo/10-dev-network.yaml",
                "--with",
                "demo/11-storage.yaml");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("net2       team-a/dev-network  cnv-bridge  bridge dev-bridge      untagged")
                .contains("net1       team-a/storage      bridge      bridge storage-bridge  100")
                .contains("Verdict   admitted: 1 repaired")
                .contains("Repaired  MH110 interface-name-clash");
    }

    @Test
    void whatIsNotAmongTheFilesIsUnknownAndMissingOnlyWhereNothingElseIs() {
        assertThat(CommandRun.of("explain", "demo/20-two-networks.yaml").out())
                .contains(
                        "Nothing is known of team-a/dev-network: it is not among the files, and no cluster was asked.")
                .contains("Warned    MH113 unverified-network");
        assertThat(CommandRun.of("explain", "demo/20-two-networks.yaml", "--assume-complete")
                        .out())
                .contains("There is no network team-a/dev-network: the pod does not start.")
                .contains("Denied    MH107 missing-network");
    }

    /// Until a node has the pod, the annotation is its author's.
    @Test
    void whatMultusWroteOnARunningPodIsNoFinding() throws IOException {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: app
                  namespace: team-a
                  uid: 5d2b
                  annotations:
                    k8s.v1.cni.cncf.io/networks: dev-network
                    k8s.v1.cni.cncf.io/network-status: '[{"name": "cbr0", "interface": "eth0", "default": true}]'
                spec: {containers: [{name: app, image: registry.example/app}]}
                status: {phase: %s}
                """;
        Path file = folder.resolve("pod.yaml");
        Files.writeString(file, pod.formatted("Pending"));
        assertThat(explained(file)).contains("Warned    MH120");
        Files.writeString(file, pod.formatted("Running, hostIP: 192.0.2.7"));
        assertThat(explained(file)).doesNotContain("Warned    MH120").contains("net1");
    }

    private static String explained(Path file) {
        return CommandRun.of("explain", file.toString(), "--with", "demo/10-dev-network.yaml")
                .out();
    }

    @Test
    void aDenialNamesTheRuleAndWhoDecided() {
        CommandRun run =
                CommandRun.of("explain", "demo/rejected/other-namespace.yaml", "--policy", "demo/61-enforce.yaml");

        assertThat(run.out())
                .contains("Verdict   denied")
                .contains("Policy    team-a, of Network Security, ask netsec@example.org")
                .contains("Denied    MH105 cross-namespace-network")
                .contains("Silent    MH101 MH102 MH103 MH104 MH106");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anExemptionIsNamedWithItsReasonAndEnd() {
        assertThat(CommandRun.of(
                                "explain",
                                "demo/rejected/other-namespace.yaml",
                                "--policy",
                                "demo/61-enforce.yaml",
                                "--policy",
                                "demo/62-exemption.yaml")
                        .out())
                .contains("Exempt    MH105 cross-namespace-network")
                .contains("Exempt by \"move-of-storage\" until 2099-12-31T00:00:00Z: storage moves to a namespace of");
    }

    @Test
    void anExemptionForSomebodyIsForTheirRequests() throws IOException {
        Path exemption = Files.writeString(
                folder.resolve("exemption.yaml"),
                Files.readString(Path.of("demo/62-exemption.yaml"))
                        .replaceFirst("  objects:\\R.*\\R", "  requesters: {groups: [network-admins]}\n"));
        String[] command = {"explain", "demo/rejected/other-namespace.yaml", "--policy", exemption.toString()};

        assertThat(CommandRun.of(command).out()).contains("Verdict   denied");
        assertThat(CommandRun.of(with(command, "--as", "alice", "--as-group", "network-admins"))
                        .out())
                .contains("Verdict   admitted: 1 exempt");
    }

    /// The API server adds them to each of its requests.
    @Test
    void anAccountIsInTheGroupsOfAccounts() throws IOException {
        Path exemption = Files.writeString(
                folder.resolve("exemption.yaml"),
                Files.readString(Path.of("demo/62-exemption.yaml"))
                        .replaceFirst(
                                "  objects:\\R.*\\R", "  requesters: {groups: ['system:serviceaccounts:team-a']}\n"));
        String[] command = {"explain", "demo/rejected/other-namespace.yaml", "--policy", exemption.toString()};

        assertThat(CommandRun.of(with(command, "--as", "system:serviceaccount:team-a:ci"))
                        .out())
                .contains("Verdict   admitted: 1 exempt");
        assertThat(CommandRun.of(with(command, "--as", "system:serviceaccount:team-b:ci"))
                        .out())
                .contains("Verdict   denied");
    }

    @Test
    void whatAPolicyTurnsOffIsSaid() throws IOException {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), """
                apiVersion: multihoming.dev/v1alpha1
                kind: MultiHomingPolicy
                metadata:
                  name: lax
                spec:
                  rules:
                    cross-namespace-network: "Off"
                    unverified-network: Audit
                """);

        assertThat(CommandRun.of("explain", "demo/rejected/other-namespace.yaml", "--policy", policy.toString())
                        .out())
                .contains("Off       MH105")
                .contains("Verdict   admitted");
    }

    @Test
    void aMachineHasTheInterfacesOfItsLauncher() {
        assertThat(CommandRun.of("explain", "demo/50-virtual-machine.yaml", "--with", "demo/10-dev-network.yaml")
                        .out())
                .contains("VirtualMachine team-a/desktop")
                .contains("podef260e9aa3c  team-a/dev-network for dev")
                .contains("MH301");
    }

    @Test
    void aNetworkIsWhatAPodWouldGet() {
        assertThat(CommandRun.of("explain", "demo/10-dev-network.yaml").out())
                .contains("net<N>     team-a/dev-network  cnv-bridge  bridge dev-bridge  untagged")
                .contains("Repaired  MH214 missing-bridge-vlan");
    }

    @Test
    void everyRuleHasItsPageByCodeAndByName() {
        String byCode = CommandRun.of("explain", "MH104").out();

        assertThat(byCode)
                .startsWith("MH104 reserved-interface-name\n")
                .contains("\nWHY\n", "\nWHAT TO DO\n", "built-in policy: denied")
                .doesNotContain("```", "<!--", "|---|");
        assertThat(CommandRun.of("explain", "reserved-interface-name").out()).isEqualTo(byCode);
        assertThat(CommandRun.of("explain", "mh104").out()).isEqualTo(byCode);
        assertThat(RuleBook.cards())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        card -> assertThat(CommandRun.of("explain", card.code()).out())
                                .startsWith(card.code() + " " + card.name() + "\n"));
    }

    @Test
    void whatThereIsNotIsToldInASentence() {
        assertThat(CommandRun.of("explain", "MH999"))
                .isEqualTo(new CommandRun(2, "", "multihoming: There is no rule MH999.\n"));
        CommandRun nothing = CommandRun.of("explain", "demo/00-namespaces.yaml");
        assertThat(nothing.err()).contains("There is nothing in it to explain");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("explain", "pod/web", "demo/00-namespaces.yaml")
                        .err())
                .contains("Ask for files, or for objects of the cluster");
    }

    private static String[] with(String[] command, String... more) {
        return java.util.stream.Stream.of(command, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }
}
