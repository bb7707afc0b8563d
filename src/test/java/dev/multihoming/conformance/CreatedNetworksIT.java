package dev.multihoming.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.multihoming.cli.command.CommandRun;
import dev.multihoming.plane.BuiltOnce;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `nad create` prints the real plugins attach.
@NeedsNetworkNamespaces
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreatedNetworksIT {
    private static final String ADDRESSES =
            " --ipam host-local --subnet 10.9.0.0/24 --set ipam.dataDir=" + CniNode.PERMITTED_STATE;

    /// A link of the node to build on or to move.
    private static final List<String> LINKS = List.of("link add m0 type veth peer name m1");

    private final CniNode node = new CniNode(BuiltOnce.of("cni-plugins").orElseThrow());

    @AfterAll
    void tidyUp() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--type bridge --bridge br1",
                "--type bridge --bridge br1 --mtu 1400" + ADDRESSES,
                "--type bridge --bridge br1 --ipam static --address 10.9.0.7/24 --route 10.20.0.0/16=10.9.0.1",
                "--type bridge --bridge br1 --ipam host-local --subnet 10.9.0.0/24 --range-start 10.9.0.10 --range-end 10.9.0.20"
                        + " --gateway 10.9.0.1 --set ipam.dataDir=" + CniNode.PERMITTED_STATE,
                "--type bridge --bridge br1 --ipam host-local --subnet 10.9.0.0/24 --subnet fd00:9::/64 --set ipam.dataDir="
                        + CniNode.PERMITTED_STATE,
                "--type macvlan --master m0 --mode bridge",
                "--type host-device --device m0",
                "--type tap --set multiQueue=true",
                "--type ptp" + ADDRESSES
            })
    void thePluginAttachesIt(String arguments) throws IOException {
        CommandRun made = CommandRun.of(("nad create n -o json " + arguments).split(" ", -1));
        assertThat(made.err()).isEmpty();
        String config =
                new ObjectMapper().readTree(made.out()).at("/spec/config").asText();
        String here = config.replace(CniNode.PERMITTED_STATE, CniNode.STATE);

        assertThat(node.tryOut(here, LINKS)).isInstanceOf(Answer.Attached.class);
    }
}
