package dev.multihoming.demo;

import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.attachment.MultusSetup;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.attachment.PodInterfaces;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.ForeignCrds;
import dev.multihoming.plane.KubeVirtCrds;
import dev.multihoming.plane.ProgramOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What the demo tells, chapter by chapter; every manifest lies in `demo/`.
final class Story {
    private static final String NETWORKS_OF = "jsonpath={.metadata.annotations.k8s\\.v1\\.cni\\.cncf\\.io/networks}";

    private static final String FOREIGN = "demo/rejected/other-namespace.yaml";

    private final Stage stage;
    private final Runnable twoHoursLater;

    /// `twoHoursLater` lets the time pass.
    Story(Stage stage, Runnable twoHoursLater) {
        this.stage = stage;
        this.twoHoursLater = twoHoursLater;
    }

    void tell() {
        twoTenants();
        safeDefaults();
        new ConsoleChapter(stage).tell();
        twoNetworks();
        refusals();
        clash();
        deployment();
        templates();
        machines();
        policies();
    }

    private void twoTenants() {
        stage.chapter("Two teams share a cluster");
        stage.admitted("demo/00-namespaces.yaml");
        Eventually.holds(
                "the default service account of team-a",
                () -> stage.silently("get", "serviceaccount", "default", "-n", "team-a")
                        .succeeded());
        Eventually.holds(
                "the API server to call the webhook",
                () -> !stage.silently("create", "--dry-run=server", "-f", "demo/rejected/malformed-network.yaml")
                        .succeeded());
    }

    private void safeDefaults() {
        stage.chapter("A bridge network gets safe defaults");
        stage.admitted("demo/10-dev-network.yaml");
        ProgramOutcome stored =
                stage.kubectl("get", "net-attach-def", "dev-network", "-n", "team-a", "-o", "jsonpath={.spec.config}");
        stage.expect(
                "vlan: 0 and macspoofchk: true are stored",
                stored.stdout().contains("\"vlan\": 0") && stored.stdout().contains("\"macspoofchk\": true"));
        stage.say("\nAn explicit choice is left alone:");
        stage.admitted("demo/11-storage.yaml");
        stage.expect("macspoofchk: false is still there", config("storage").contains("\"macspoofchk\": false"));
    }

    private void twoNetworks() {
        stage.chapter("A pod with two networks: eth0 stays, net1 and net2 are added");
        stage.admitted("demo/20-two-networks.yaml");
        showInterfaces("web", List.of("eth0", "net1", "net2"));
    }

    private void refusals() {
        stage.chapter("What would break or leak is refused, and says why");
        stage.refused("demo/rejected/other-namespace.yaml", "MH105");
        stage.refused("demo/rejected/eth0-taken.yaml", "MH104");
        stage.refused("demo/rejected/default-network-replaced.yaml", "MH103");
        stage.refused("demo/rejected/missing-network.yaml", "MH107");
        stage.refused("demo/rejected/malformed-annotation.yaml", "MH101");
        stage.refused("demo/rejected/malformed-network.yaml", "MH201");
    }

    private void clash() {
        stage.chapter("A clash of names is repaired");
        stage.admitted("demo/30-clash-of-names.yaml");
        showInterfaces("clash", List.of("eth0", "net2", "net1"));
    }

    private void deployment() {
        stage.chapter("A Deployment whose pods are refused says so in its ReplicaSet's events");
        stage.warned("demo/40-deployment.yaml", "MH105");
        String[] events = {
            "get",
            "events",
            "-n",
            "team-a",
            "--field-selector",
            "reason=FailedCreate",
            "-o",
            "custom-columns=OBJECT:.involvedObject.kind,REASON:.reason,MESSAGE:.message"
        };
        Eventually.holds(
                "the FailedCreate event of the ReplicaSet",
                () -> stage.silently(events).stdout().contains("MH105"));
        stage.expect(
                "the event carries the reason",
                stage.kubectl(events).stdout().contains("MH105 cross-namespace-network"));
    }

    private void templates() {
        stage.chapter("A workload is told of slips in its template when it is applied");
        stage.warned("demo/45-wrong-place.yaml", "MH401");
    }

    private void machines() {
        stage.chapter("Virtual machines obey the same rules, before they start");
        // KubeVirt cannot run here; its API is enough for whoever writes a machine.
        stage.install(KubeVirtCrds::install);
        Eventually.holds(
                "the API server to call the webhook for machines",
                () -> !stage.silently("create", "--dry-run=server", "-f", "demo/rejected/machine-without-eth0.yaml")
                        .succeeded());
        stage.admitted("demo/50-virtual-machine.yaml");
        stage.refused("demo/rejected/machine-in-another-network.yaml", "MH301");
        stage.refused("demo/rejected/machine-without-eth0.yaml", "MH303");
    }

    private void policies() {
        stage.chapter("The security team decides: count first, then enforce, and except where there is a reason");
        // Reports are custom resources of others; without Go to fetch them with, they are left out.
        Optional<Path> crds = ForeignCrds.find();
        crds.ifPresent(folder -> stage.install(kubectl -> ForeignCrds.installPolicyReports(kubectl, folder)));
        stage.admitted("demo/60-audit-first.yaml");
        stage.say("\nNobody is refused or warned, and everything is counted:");
        eventually(FOREIGN, true);
        stage.admitted(FOREIGN);
        if (crds.isPresent()) {
            report();
        }
        stage.silently("delete", "-f", FOREIGN, "--grace-period=0", "--force").orThrow("Deleting");
        stage.say("\nEnforced, with whom to ask:");
        stage.admitted("demo/61-enforce.yaml");
        eventually(FOREIGN, false);
        stage.refused(FOREIGN, "Decided by the policy \"team-a\"");
        exemption();
    }

    private void report() {
        stage.say("\nThe audit has found what is there already:");
        String[] breaches = {
            "get",
            "policyreport",
            "-n",
            "team-a",
            "-o",
            "jsonpath={range .items[*].results[?(@.result==\"fail\")]}{.resources[0].kind} {.resources[0].name}:"
                    + " {.properties.code} ({.properties.mode}){\"\\n\"}{end}"
        };
        Eventually.holds("the report", () -> stage.silently(breaches).stdout().contains("Pod spy"));
        stage.kubectl("get", "policyreport", "-A");
        stage.expect(
                "the report names the pod and its rule",
                stage.kubectl(breaches).stdout().contains("Pod spy: MH105 (audit)"));
    }

    private void exemption() {
        stage.say("\nAn exemption for one pod, with a reason and an end, an hour from now:");
        Instant inAnHour = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        stage.admitted("demo/62-exemption.yaml", text -> text.replace("2099-12-31T00:00:00Z", inAnHour.toString()));
        eventually(FOREIGN, true);
        stage.admitted(FOREIGN);
        stage.silently("delete", "-f", FOREIGN, "--grace-period=0", "--force").orThrow("Deleting");
        stage.say("\nTwo hours later (by the clock of a webhook that is started for this chapter):");
        twoHoursLater.run();
        eventually(FOREIGN, false);
        stage.refused(FOREIGN, "MH105");
        Eventually.holds(
                "the exemption's state",
                () -> stage.silently("get", "mhx").stdout().contains("Ended"));
        stage.kubectl("get", "mhp,mhx");
    }

    /// A changed policy takes a moment to arrive.
    private void eventually(String file, boolean admitted) {
        Eventually.holds(
                "the policy to take effect",
                () -> stage.silently("create", "--dry-run=server", "-f", file).succeeded() == admitted);
    }

    private void showInterfaces(String pod, List<String> expected) {
        String networks = stage.silently("get", "pod", pod, "-n", "team-a", "-o", NETWORKS_OF)
                .stdout();
        stage.say("\nstored networks: " + networks);
        stage.say("what `oc exec -it %s -- ip address` would show:".formatted(pod));
        // There is no kubelet beside an embedded control plane: this is what `multihoming explain` says.
        InterfaceTable table = new PodInterfaces(new MultusSetup(0, "kube-system"), this::network)
                .of("team-a", new NetworkAnnotations(networks, null), false);
        stage.indented(table.text());
        stage.expect(pod + " has " + expected, table.names().equals(expected));
    }

    private NetworkConfig network(NadRef ref) {
        return new NetworkConfig.Written(CniConfigReader.read(config(ref.name())), "");
    }

    private String config(String nad) {
        return stage.silently("get", "net-attach-def", nad, "-n", "team-a", "-o", "jsonpath={.spec.config}")
                .orThrow("Reading the network " + nad);
    }
}
