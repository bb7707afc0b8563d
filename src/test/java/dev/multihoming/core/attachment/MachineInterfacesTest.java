package dev.multihoming.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.attachment.MachineInterface.Source;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Facts D1 to D3.
class MachineInterfacesTest {
    private static final MachineInterface POD = network("default", Source.POD, "", false);

    private final SomeNetworks networks = new SomeNetworks()
            .with("team-a/n1", "{'type': 'bridge', 'bridge': 'br1'}")
            .with("team-b/n2", "{'type': 'macvlan', 'master': 'eth1'}");

    @Test
    void namesAreKubeVirtsAsSeenOnNodes() {
        assertThat(MachineInterfaces.launcherName("blue")).isEqualTo("pod16477688c0e");
        assertThat(MachineInterfaces.launcherName("red")).isEqualTo("podb1f51a511f1");
    }

    @Test
    void everyNetworkIsAnInterfaceOfTheLauncher() {
        InterfaceTable table = table(
                NetworkAnnotations.NONE,
                POD,
                new MachineInterface("blue", Source.MULTUS, "n1", false, "02:00:00:00:00:01", "", false),
                network("red", Source.MULTUS, "team-b/n2", false));

        assertThat(table.text()).isEqualTo("""
                INTERFACE       NETWORK             PLUGIN   CONNECTED TO  VLAN          MAC                ADDRESS         DEFAULT ROUTE
                eth0            cluster default     -        -             -             -                  the cluster's   yes
                pod16477688c0e  team-a/n1 for blue  bridge   bridge br1    untagged      02:00:00:00:00:01  none (layer 2)  no
                podb1f51a511f1  team-b/n2 for red   macvlan  master eth1   its master's  random             none (layer 2)  no
                """);
    }

    @Test
    void aDefaultNetworkIsLookedUpInMultusNamespace() {
        InterfaceTable table = table(NetworkAnnotations.NONE, network("blue", Source.MULTUS, "n1", true));

        assertThat(table.names()).containsExactly("eth0");
        assertThat(table.rows().getFirst().network()).isEqualTo("kube-system/n1");
    }

    @Test
    void annotationsOfTheInstanceCountWhereKubeVirtWritesNone() {
        NetworkAnnotations own = new NetworkAnnotations("n1@net5", "team-b/n2");

        assertThat(table(own, POD).names()).containsExactly("eth0", "net5");
        assertThat(table(own, POD).rows().getFirst().network()).isEqualTo("team-b/n2");
        assertThat(table(own, POD, network("blue", Source.MULTUS, "n1", false)).names())
                .containsExactly("eth0", "pod16477688c0e");
    }

    @Test
    void whatCannotBeKnownIsTold() {
        InterfaceTable table = table(
                NetworkAnnotations.NONE,
                POD,
                new MachineInterface("blue", Source.MULTUS, "n1", false, "", "passt", false),
                new MachineInterface("red", Source.MULTUS, "n1", false, "", "", true),
                network("green", Source.OTHER, "", false));

        assertThat(table.names()).containsExactly("eth0", "pod16477688c0e");
        assertThat(table.remarks())
                .containsExactly(
                        "The binding \"passt\" of \"blue\" may bring a network of its own, which stands in KubeVirt's"
                                + " configuration.",
                        "The network \"red\" is unplugged (state: absent).",
                        "Nothing is known of the network \"green\".");
    }

    private InterfaceTable table(NetworkAnnotations annotations, MachineInterface... interfaces) {
        return new MachineInterfaces(new MultusSetup(0, "kube-system"), networks)
                .of("team-a", List.of(interfaces), annotations);
    }

    private static MachineInterface network(String name, Source source, String networkName, boolean isDefault) {
        return new MachineInterface(name, source, networkName, isDefault, "", "", false);
    }
}
