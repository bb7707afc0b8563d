package dev.multihoming.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.subject.NetworkAnnotations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// See node-behavior.md#interface-names, #default-network, #default-route, #hostnetwork.
class PodInterfacesTest {
    private static final String BRIDGE = "{'cniVersion': '1.0.0', 'type': 'bridge', 'bridge': 'br1', 'vlan': 100}";
    private static final String DEFAULT_ROUTE =
            "{'type': 'bridge', 'isDefaultGateway': true, 'ipam': {'type': 'host-local', 'subnet': '10.9.0.0/24'}}";

    private final SomeNetworks networks = new SomeNetworks()
            .with("team-a/n1", BRIDGE)
            .with("team-a/n2", BRIDGE)
            .with("team-b/n3", BRIDGE)
            .with("team-a/gw", DEFAULT_ROUTE)
            .with("kube-system/other", BRIDGE)
            .with("default/istio-cni", new NetworkConfig.OnNode());

    @Test
    void aPodWithoutAnnotationsHasEth0() {
        InterfaceTable table = table(null, null);

        assertThat(table.text()).isEqualTo("""
                INTERFACE  NETWORK          PLUGIN  CONNECTED TO  VLAN  MAC  ADDRESS        DEFAULT ROUTE
                eth0       cluster default  -       -             -     -    the cluster's  yes
                """);
        assertThat(table.remarks()).isEmpty();
    }

    @Test
    void anUnsetNameIsThePositionWhateverNamesOthersHave() {
        assertThat(table("n1,n2", null).names()).containsExactly("eth0", "net1", "net2");
        assertThat(table("n1,n2@net3", null).names()).containsExactly("eth0", "net1", "net3");
        assertThat(table("n1@net2,n2@net1", null).names()).containsExactly("eth0", "net2", "net1");
    }

    @Test
    void aNetworkWithoutAnInterfaceOfItsOwnTakesAPosition() {
        InterfaceTable table = table("default/istio-cni,n1", null);

        assertThat(table.names()).containsExactly("eth0", "net1", "net2");
        assertThat(table.rows().get(1).attachment().plugin()).isEqualTo("in a file of the node");
        assertThat(table.rows().get(1).attachment().vlan()).isEqualTo("not known");
    }

    @Test
    void twoInterfacesOfOneNameAreTold() {
        assertThat(table("n1@net2,n2", null).remarks())
                .containsExactly("Two interfaces are called net2: the pod does not start.");
        assertThat(table("n1@eth0", null).remarks())
                .containsExactly("Two interfaces are called eth0: the pod does not start.");
    }

    @Test
    void theDeprecatedKeyCountsWhereTheOtherIsUnset() {
        assertThat(table("[{\"name\": \"n1\", \"interfaceRequest\": \"net7\"}]", null)
                        .names())
                .containsExactly("eth0", "net7");
    }

    @Test
    void whatTheClusterAttachesToEveryPodComesFirst() {
        InterfaceTable table = new PodInterfaces(new MultusSetup(1, "kube-system"), networks)
                .of("team-a", new NetworkAnnotations("n1,n2", null), false);

        assertThat(table.names()).containsExactly("eth0", "net1", "net2", "net3");
        assertThat(table.rows().get(1).network()).isEqualTo("one of every pod");
    }

    @Test
    void aDefaultNetworkIsLookedUpInMultusNamespace() {
        InterfaceTable table = table(null, "other");

        assertThat(table.rows().getFirst().network()).isEqualTo("kube-system/other");
        assertThat(table.rows().getFirst().attachment().defaultRoute()).isEqualTo("yes");
        assertThat(table.remarks())
                .containsExactly("kube-system/other takes the place of the cluster's default network.");
    }

    @Test
    void aDefaultNetworkWithANameLeavesNoEth0() {
        assertThat(table("n1@net2", "other@net1").names()).containsExactly("net1", "net2");
    }

    @Test
    void whatMultusRefusesIsTold() {
        assertThat(table("n1,n2,", null).remarks())
                .containsExactly("Multus refuses the annotation k8s.v1.cni.cncf.io/networks: the pod does not start.");
        assertThat(table(null, "").remarks())
                .containsExactly(
                        "Multus refuses the annotation v1.multus-cni.io/default-network: the pod does not start.");
        assertThat(table(null, "a,b").remarks()).hasSize(1);
    }

    @Test
    void aMissingNetworkIsTold() {
        InterfaceTable table = table("n9", null);

        assertThat(table.rows().get(1).attachment().plugin()).isEqualTo("no such network");
        assertThat(table.remarks()).containsExactly("There is no network team-a/n9: the pod does not start.");
    }

    @Test
    void whatIsNotKnownIsToldAndWhy() {
        networks.with("team-a/n9", new NetworkConfig.Unknown("it is not among the inputs"));

        InterfaceTable table = table("n9", null);

        assertThat(table.rows().get(1).attachment()).isEqualTo(Attachment.unknown("not known"));
        assertThat(table.remarks()).containsExactly("Nothing is known of team-a/n9: it is not among the inputs.");
    }

    @Test
    void whoeverTakesTheDefaultRouteIsBeforeEth0() {
        InterfaceTable table = table("n1,gw", null);

        assertThat(table.rows().getFirst().attachment().defaultRoute()).isEqualTo("behind net2");
        assertThat(table.rows().get(1).attachment().defaultRoute()).isEqualTo("no");
        assertThat(table.rows().get(2).attachment().defaultRoute()).isEqualTo("yes, by isDefaultGateway");
    }

    @Test
    void aPodAsksForItsAddressAndTheDefaultRoute() {
        Attachment made = table("""
                        [{"name": "n3", "namespace": "team-b", "mac": "02:00:00:00:00:01",
                          "ips": ["10.1.2.3/24"], "default-route": ["10.1.2.1"]}]""", null).rows().get(1).attachment();

        assertThat(made.mac()).isEqualTo("02:00:00:00:00:01");
        assertThat(made.addresses()).isEqualTo("none (layer 2), not 10.1.2.3/24");
        assertThat(made.defaultRoute()).isEqualTo("no");
        assertThat(made.vlan()).isEqualTo("100");
    }

    @Test
    void onlyTheDefaultRouteOfIpv6Moves() {
        InterfaceTable table = table("[{\"name\": \"n1\", \"default-route\": [\"10.1.2.1\", \"2001:db8::1\"]}]", null);

        assertThat(table.rows().getFirst().attachment().defaultRoute()).isEqualTo("IPv4; for IPv6 behind net1");
        assertThat(table.rows().get(1).attachment().defaultRoute()).isEqualTo("IPv6, via 2001:db8::1");
    }

    @Test
    void aPodInTheNodesNetworkHasNoneOfThese() {
        InterfaceTable table = new PodInterfaces(new MultusSetup(0, "kube-system"), networks)
                .of("team-a", new NetworkAnnotations("n1", null), true);

        assertThat(table.text()).isEmpty();
        assertThat(table.remarks()).singleElement().asString().contains("hostNetwork");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(table("[{\"name\": \"n1\", \"interface\": \"net\\u001b[2J\"}]", null)
                        .text())
                .contains("net?[2J")
                .doesNotContain("\u001b");
    }

    private InterfaceTable table(@Nullable String networksAnnotation, @Nullable String defaultNetwork) {
        return new PodInterfaces(new MultusSetup(0, "kube-system"), networks)
                .of("team-a", new NetworkAnnotations(networksAnnotation, defaultNetwork), false);
    }
}
