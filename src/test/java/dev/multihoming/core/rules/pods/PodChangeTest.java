package dev.multihoming.core.rules.pods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.Finding;
import dev.multihoming.core.review.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is judged when a pod is changed or bound.
class PodChangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // What was there is not judged again.
                "tenant-b/x|tenant-b/x,a",
                "nope|a,nope",
                "a@foo|b,a@foo",
                "a@eth0|a@eth0,b",
                // However it is written.
                "a@foo|[{\"name\":\"a\",\"namespace\":\"tenant-a\",\"interface\":\"foo\"}]",
                // Removing is always fine.
                "a@foo,tenant-b/x|a@foo",
                "tenant-b/x|none",
                "garbage,,|none",
                "a|[]",
                "[{\"name\":\"a\",\"deviceID\":\"d\"}]|[{\"deviceID\":\"d\",\"name\":\"a\"},{\"name\":\"b\"}]",
                "[{\"name\":\"a\",\"deviceID\":\"d\"}]|[{\"name\":\"a\"}]",
                "[{\"name\":\"a\",\"mac\":\"01:00:5e:00:00:01\"}]|[{\"name\":\"a\",\"mac\":\"01:00:5e:00:00:01\"},{\"name\":\"b\"}]",
                // An unchanged value, whatever it is.
                "x,,y@eth0|x,,y@eth0"
            })
    void aChangeIsAdmitted(String before, String after) {
        assertThat(PodRequest.change(before, after).codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // What comes new is judged.
                "a|a,tenant-b/x|MH105",
                "a|a,nope|MH107",
                "a|a,b@foo|MH109",
                "none|a@foo|MH109",
                "a|a,b@eth0|MH104",
                "a|a,b@a:b|MH106",
                // Also what was there once and comes a second time.
                "tenant-b/x|tenant-b/x,tenant-b/x|MH105",
                // Also another name for what was there.
                "tenant-b/x|tenant-b/x@net1|MH105",
                // Also more than what was there, by which it becomes another matter.
                "[{\"name\":\"a\"}]|[{\"name\":\"a\",\"deviceID\":\"d\"}]|MH119",
                "a@net1|[{\"name\":\"a\",\"interface\":\"net1\",\"deviceID\":\"d\"}]|MH119",
                "[{\"name\":\"a\",\"deviceID\":\"d\"}]|[{\"name\":\"a\",\"deviceID\":\"e\"}]|MH119",
                "[{\"name\":\"a\"}]|[{\"name\":\"a\",\"mac\":\"01:00:5e:00:00:01\"}]|MH123",
                // An address that Multus does not read is told once.
                "a|[{\"name\":\"a\",\"mac\":\"01:00\"}]|MH101",
                // What one element asks for hides nothing of the others.
                "a|[{\"name\":\"nope\"},{\"name\":\"a\",\"mac\":\"01:00:5e:00:00:01\"}]|MH107 MH123",
                "[{\"name\":\"a\"}]|[{\"name\":\"a\",\"default-route\":[\"10.0.0.1\"]}]|MH118 MH135",
                "[{\"name\":\"a\",\"default-route\":[\"10.0.0.1\"]}]|[{\"name\":\"a\",\"default-route\":[\"10.0.0.2\"]}]|MH118 MH135",
                // Malformedness and clashes are judged for the whole.
                "a|a,|MH101",
                "a|[{\"name\":\"a\",\"NAME\":\"a\"}]|MH102",
                "a@net2|a@net2,b|MH110",
                "a@foo|a@foo,b@foo|MH108",
                // What could not be read was never attached.
                "tenant-b/x,|tenant-b/x|MH105",
                "nope@a:b|nope@a:b,a|MH106 MH107",
                "[{\"name\":\"x\",\"namespace\":\"tenant-b\",\"Namespace\":\"tenant-b\"}]|tenant-b/x|MH105"
            })
    void aChangeIsRefused(String before, String after, String codes) {
        assertThat(PodRequest.change(before, after).codes()).containsExactly(codes.split(" "));
    }

    @Test
    void aChangeIsNeverRepaired() {
        assertThat(PodRequest.change("a", "a,b@foo").mutations()).isEmpty();
        assertThat(PodRequest.change("a@net2", "a@net2,b").mutations()).isEmpty();
    }

    @Test
    void theNameToWriteIsToldAndFree() {
        assertThat(remedies(PodRequest.change("a,b@foo", "a,b@foo,c@bar"))).containsExactly("Write \"net3\"");
        assertThat(remedies(PodRequest.bind("a@net2,b@foo"))).containsExactly("Write \"net1\"");
        assertThat(remedies(PodRequest.bind("a@net2,b"))).containsExactly("Write \"net1\" for item 2");
    }

    @Test
    void theExceptionsOfCreationHoldForChanges() {
        assertThat(PodRequest.change("a,bond", "a,bond,b@left").codes()).isEmpty();
        assertThat(PodRequest.change("a", "a,b@pod16477688c0e")
                        .by("system:serviceaccount:openshift-cnv:kubevirt-controller")
                        .codes())
                .isEmpty();
    }

    @Test
    void aBindingIsJudgedAsAWholeAndNeverRepaired() {
        assertThat(PodRequest.bind("a,b@net2").codes()).isEmpty();
        assertThat(PodRequest.bind("tenant-b/x,nope,b@foo,b@eth0").codes()).containsExactly("MH104", "MH105", "MH107");
        assertThat(PodRequest.bind("a@foo").codes()).containsExactly("MH109");
        assertThat(PodRequest.bind("a@foo").mutations()).isEmpty();
        assertThat(PodRequest.bind("a").withDefaultNetwork(null, "").codes()).containsExactly("MH103");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none,'',MH103", "none,a,MH103", "x,a,MH103", "x,x,", "x,none,", "'','',", "none,none,"})
    void theDefaultNetworkIsJudgedWhereItChanges(String before, String after, String code) {
        List<String> expected = code == null ? List.of() : List.of(code);
        assertThat(PodRequest.change("a", "a").withDefaultNetwork(before, after).codes())
                .isEqualTo(expected);
    }

    @Test
    void onTheNodesNetworkThereIsOneWarningAndNothingElse() {
        PodRequest create = PodRequest.create("tenant-b/x@eth0,,")
                .withDefaultNetwork(null, "y")
                .onHostNetwork();
        assertThat(create.codes()).containsExactly("MH112");
        assertThat(create.isAdmitted()).isTrue();
        assertThat(create.cluster().asked()).isEmpty();
        assertThat(PodRequest.create("a@foo").onHostNetwork().mutations()).isEmpty();
        assertThat(PodRequest.create("[]").onHostNetwork().codes()).isEmpty();
        assertThat(PodRequest.create(null).onHostNetwork().codes()).isEmpty();
        assertThat(PodRequest.change("a,", "a,").onHostNetwork().codes()).isEmpty();
        assertThat(PodRequest.change("a", "b").onHostNetwork().codes()).containsExactly("MH112");
    }

    @Test
    void tooManyNetworksAreTheOnlyFinding() {
        PodRequest request = PodRequest.create("tenant-b/x@eth0,".repeat(64) + ",");
        assertThat(request.codes()).containsExactly("MH111");
        assertThat(request.cluster().asked()).isEmpty();
        assertThat(request.mutations()).isEmpty();
        assertThat(PodRequest.create("a" + ",a".repeat(63)).codes()).isEmpty();
    }

    private static List<String> remedies(PodRequest request) {
        return request.findings(Phase.VALIDATE).stream()
                .map(Finding::violation)
                .map(violation -> violation.remedy())
                .toList();
    }
}
