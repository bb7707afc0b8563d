package dev.multihoming.core.rules.pods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceNamingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A name of its own place.
                "a@foo|a@net1",
                "a,b@foo|a,b@net2",
                "a@net3,b@foo|a@net3,b@net2",
                // Its place is taken: the lowest that neither is written nor comes by place.
                "a@foo,b@net1|a@net2,b@net1",
                "a@foo,b@net1,c|a@net2,b@net1,c",
                "a@foo,b,c@net1|a@net3,b,c@net1",
                // Several at once never get the same.
                "a@x,b@y,c@net1|a@net3,b@net2,c@net1",
                "a@net2,b,c@x|a@net2,b@net1,c@net3",
                "a@net2,b,c@net1|a@net2,b@net3,c@net1",
                "a@x,b@net1,c@net2,a@net4,b|a@net3,b@net1,c@net2,a@net4,b",
                // Names that only look numbered.
                "a@net0,b@net02,c@NET3|a@net1,b@net2,c@net3"
            })
    void everyReplacementIsFree(String before, String after) {
        assertThat(PodRequest.create(before).repaired()).isEqualTo(after);
        assertThat(PodRequest.create(after).codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a@net1|a@net3", "a@net2,b|a@net3,b", "a@net4,b|a@net4,b@net3", "a@net3,b@net4|a@net3,b@net4"})
    void namesOfTheClustersOwnNetworksAreNotFree(String before, String after) {
        // b at place 2 is net4.
        String repaired = PodRequest.create(before).whereTheClusterAdds(2).repaired();
        assertThat(repaired).isEqualTo(after);
        assertThat(PodRequest.create(repaired).whereTheClusterAdds(2).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a@net1", "a@net7,b@net3", "[]", "a@foo,bond", "a@left,b@right,bond@bond0"})
    void whatMayStayIsNotTouched(String annotation) {
        assertThat(PodRequest.create(annotation).mutations()).isEmpty();
        assertThat(PodRequest.create(annotation).codes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@foo,b@foo", "a@foo,b@eth0", "a@foo,tenant-b/x", "a@foo,nope", "a@foo,b@..", "a@foo,"})
    void nothingIsRepairedWhereAnythingIsRefused(String annotation) {
        assertThat(PodRequest.create(annotation).mutations()).isEmpty();
        assertThat(PodRequest.create(annotation).isAdmitted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Keys fold as in Go, in a chain and alone; node-behavior.md#macvlan, #ipvlan, #vlan.
                "{\"type\": \"vlan\", \"linkInContainer\": true, \"master\": \"foo\", \"vlanId\": 73} | a@foo,b@bar",
                "{\"type\": \"ipvlan\", \"LinkInContainer\": true, \"MASTER\": \"foo\"} | a@foo,b@bar",
                "{\"plugins\": [{\"type\": \"macvlan\", \"linkincontainer\": true, \"master\": \"foo\"}]} | a@foo,b@bar",
                "{\"plugins\": [{\"type\": \"tuning\"}, {\"type\": \"bond\"}]} | a@foo,b@bar",
                // It names nothing of the pod.
                "{\"type\": \"vlan\", \"master\": \"foo\"} | a@net1,b@net2",
                "{\"type\": \"vlan\", \"linkInContainer\": false, \"master\": \"foo\"} | a@net1,b@net2",
                "{\"type\": \"macvlan\", \"linkInContainer\": true} | a@net1,b@net2",
                "{\"type\": \"macvlan\", \"linkInContainer\": \"true\", \"master\": \"foo\"} | a@net1,b@net2",
                "{\"type\": \"bridge\", \"linkInContainer\": true, \"master\": \"foo\"} | a@net1,b@net2",
                "{\"type\": \"bridge\", \"plugins\": [{\"type\": \"bond\"}]} | a@net1,b@net2"
            })
    void namesThatANetworkRepeatsStay(String config, String after) {
        FakeCluster cluster = new FakeCluster().with("tenant-a", "a", "bridge").withConfig("tenant-a", "b", config);
        PodRequest request = PodRequest.create("a@foo,b@bar").in(cluster);
        assertThat(request.repaired()).isEqualTo(after);
    }

    @Test
    void aNetworkThatCouldNotBeLookedUpMightBeABond() {
        FakeCluster cluster = new FakeCluster().with("tenant-a", "a", "bridge").unknown("tenant-a", "b");
        PodRequest request = PodRequest.create("a@foo,b").in(cluster);
        assertThat(request.mutations()).isEmpty();
        assertThat(request.codes()).containsExactly("MH113");
        assertThat(request.isAdmitted()).isTrue();
    }

    @Test
    void aClashIsMendedBesideABondToo() {
        assertThat(PodRequest.create("a@net2,b,bond").repaired()).isEqualTo("a@net2,b@net1,bond");
    }

    @Test
    void kubevirtsControllerNamesAsItWants() {
        String launcher = "[{\"name\":\"a\",\"namespace\":\"tenant-a\",\"interface\":\"pod16477688c0e\"}]";
        PodRequest byKubevirt = PodRequest.create(launcher).by("system:serviceaccount:kubevirt:kubevirt-controller");
        assertThat(byKubevirt.mutations()).isEmpty();
        assertThat(byKubevirt.codes()).isEmpty();
        assertThat(PodRequest.create(launcher).repaired()).contains("\"interface\":\"net1\"");
    }

    @Test
    void theMutatorLeavesToTheValidatorWhatItMends() {
        assertThat(PodRequest.create("a@foo,b@net3,c").codes(Phase.MUTATE)).isEmpty();
        assertThat(PodRequest.create("a@foo,b@net3,c").codes(Phase.VALIDATE)).containsExactly("MH109", "MH110");
    }

    @Test
    void theWarningNamesBoth() {
        assertThat(PodRequest.create("a@foo").mutations())
                .singleElement()
                .satisfies(mutation -> assertThat(mutation.repair().note().fact())
                        .isEqualTo("interface \"foo\" of network \"a\" is renamed to net1"));
    }

    @Test
    void elementsThatCannotBeReadKeepTheirPlaceInTheNumbering() {
        PodRequest request = PodRequest.create("[{\"name\":7},{\"name\":\"a\",\"interface\":\"eth0\"}]");
        assertThat(request.findings(Phase.VALIDATE).getLast().violation().remedy())
                .isEqualTo("Write \"net2\", or leave the interface name out");
    }
}
