package dev.multihoming.demo;

import dev.multihoming.plane.Eventually;
import dev.multihoming.plane.KubeVirtCrds;
import dev.multihoming.plane.Outcome;
import java.time.Duration;
import java.util.List;

/// What the demo tells, chapter by chapter; every manifest lies in `demo/`.
final class Story {
    private static final String NETWORKS_OF = "jsonpath={.metadata.annotations.k8s\\.v1\\.cni\\.cncf\\.io/networks}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;

    Story(Stage stage) {
        this.stage = stage;
    }

    void tell() {
        twoTenants();
        safeDefaults();
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
                PATIENCE,
                () -> stage.silently("get", "serviceaccount", "default", "-n", "team-a")
                        .succeeded());
        Eventually.holds(
                "the API server to call the webhook",
                PATIENCE,
                () -> !stage.silently("create", "--dry-run=server", "-f", "demo/rejected/malformed-network.yaml")
                        .succeeded());
    }

    private void safeDefaults() {
        stage.chapter("A bridge network gets safe defaults");
        stage.admitted("demo/10-dev-network.yaml");
        Outcome stored =
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
        showInterfaces("web", List.of("net1", "net2"));
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
        showInterfaces("clash", List.of("net2", "net1"));
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
                PATIENCE,
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
        stage.chapter("Virtual machines obey the same laws, before they start");
        // KubeVirt cannot run here; its API is enough for whoever writes a machine.
        stage.install(KubeVirtCrds::install);
        Eventually.holds(
                "the API server to call the webhook for machines",
                PATIENCE,
                () -> !stage.silently("create", "--dry-run=server", "-f", "demo/rejected/machine-without-eth0.yaml")
                        .succeeded());
        stage.admitted("demo/50-virtual-machine.yaml");
        stage.refused("demo/rejected/machine-in-another-network.yaml", "MH301");
        stage.refused("demo/rejected/machine-without-eth0.yaml", "MH303");
    }

    private void policies() {
        stage.chapter("The security team decides: count first, then enforce, and except where there is a reason");
        stage.admitted("demo/60-audit-first.yaml");
        stage.say("\nNobody is refused or warned, and everything is counted:");
        eventually("demo/rejected/other-namespace.yaml", true);
        stage.admitted("demo/rejected/other-namespace.yaml");
        stage.silently("delete", "-f", "demo/rejected/other-namespace.yaml").orThrow("Deleting");
        stage.say("\nEnforced, with whom to ask:");
        stage.admitted("demo/61-enforce.yaml");
        eventually("demo/rejected/other-namespace.yaml", false);
        stage.refused("demo/rejected/other-namespace.yaml", "Decided by the policy \"team-a\"");
        stage.say("\nAn exemption for one pod, with a reason and an end:");
        stage.admitted("demo/62-exemption.yaml");
        eventually("demo/rejected/other-namespace.yaml", true);
        stage.admitted("demo/rejected/other-namespace.yaml");
        stage.kubectl("get", "mhp,mhx");
    }

    /// A changed policy takes a moment to arrive.
    private void eventually(String file, boolean admitted) {
        Eventually.holds(
                "the policy to take effect",
                PATIENCE,
                () -> stage.silently("create", "--dry-run=server", "-f", file).succeeded() == admitted);
    }

    private void showInterfaces(String pod, List<String> expected) {
        String networks = stage.silently("get", "pod", pod, "-n", "team-a", "-o", NETWORKS_OF)
                .stdout();
        stage.say("\nstored networks: " + networks);
        stage.say("what `oc exec -it %s -- ip address` would show:".formatted(pod));
        stage.indented(InterfaceTable.of("team-a", networks, this::config));
        stage.expect(
                pod + " has " + expected,
                InterfaceTable.interfaceNames(networks).equals(expected));
    }

    private String config(String nad) {
        return stage.silently("get", "net-attach-def", nad, "-n", "team-a", "-o", "jsonpath={.spec.config}")
                .orThrow("Reading the network " + nad);
    }
}
