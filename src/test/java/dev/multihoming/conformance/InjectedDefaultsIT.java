package dev.multihoming.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.plane.BuiltOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The defaults that our mutating webhook adds change nothing but what they promise.
@NeedsNetworkNamespaces
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InjectedDefaultsIT {
    private static final String WITH_ADDRESSES = """
            {"cniVersion": "1.0.0", "type": "bridge", "bridge": "br1", %s
             "ipam": {"type": "host-local", "dataDir": "$STATE", "subnet": "10.9.0.0/24"}}""";

    private final CniNode node = new CniNode(BuiltOnce.of("cni-plugins").orElseThrow());

    @AfterAll
    void tidyUp() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"cniVersion": "1.0.0", "type": "bridge", "bridge": "br1", "macspoofchk": false}""", """
                {"cniVersion": "1.0.0", "type": "bridge", "bridge": "br1", "macspoofchk": false, "isGateway": true,
                 "mtu": 1400, "ipam": {"type": "host-local", "dataDir": "$STATE", "subnet": "10.9.0.0/24"}}""", """
                {"cniVersion": "1.0.0", "plugins": [
                  {"type": "bridge", "bridge": "br1", "macspoofchk": false, "hairpinMode": true}, {"type": "tuning"}]}"""})
    void vlanZeroMakesNoDifference(String config) {
        String amended = OurReview.amended(config);
        assertThat(amended).contains("\"vlan\": 0").hasSize(config.length() + ", \"vlan\": 0".length());

        assertThat(picture(amended)).isEqualTo(picture(config));
    }

    @Test
    void macspoofchkChangesNoLinkNoAddressAndNoRoute() {
        String without = WITH_ADDRESSES.formatted("\"vlan\": 0,");
        String amended = OurReview.amended(without);
        assertThat(amended).contains("\"macspoofchk\": true");

        assertThat(picture(amended)).isEqualTo(picture(without));
    }

    @Test
    void thePictureShowsADifference() {
        String config = WITH_ADDRESSES.formatted("\"vlan\": 0,");

        assertThat(picture(config.replace("\"vlan\": 0", "\"mtu\": 1400"))).isNotEqualTo(picture(config));
    }

    @Test
    void withoutTheCheckAFrameWithAForeignSourceAddressPasses() {
        try (TwoPods pods = new TwoPods(node, WITH_ADDRESSES.formatted("\"vlan\": 0,"))) {
            assertThat(pods.talk()).isTrue();
            pods.pretendToBeAnother();
            assertThat(pods.talk()).isTrue();
        }
    }

    @Test
    void withTheInjectedCheckItDoesNot() {
        try (TwoPods pods = new TwoPods(node, OurReview.amended(WITH_ADDRESSES.formatted("\"vlan\": 0,")))) {
            assertThat(pods.talk()).isTrue();
            pods.pretendToBeAnother();
            assertThat(pods.talk()).isFalse();
        }
    }

    private String picture(String config) {
        node.renew(CniNode.POD);
        assertThat(node.add(config, CniNode.POD)).isInstanceOf(Answer.Attached.class);
        return NetworkPicture.of(node.namespaces(), CniNode.NODE) + NetworkPicture.of(node.namespaces(), CniNode.POD);
    }
}
