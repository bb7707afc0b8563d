package dev.multihoming.core.rules.pods;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The other controllers that write the same annotation, before us and after us
/// (node-behavior.md#other-controllers).
class OtherControllersTest {
    private static final String KUBEVIRT = "system:serviceaccount:kubevirt:kubevirt-controller";
    private static final FakeCluster MESH = new FakeCluster()
            .with("tenant-a", "a", "bridge")
            .with("tenant-a", "b", "macvlan")
            .with("default", "istio-cni");

    /// It appends a network without interface, which still takes a place in the numbering.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // annotation | after Istio, then us | after us, then Istio
                "a|a,default/istio-cni|a,default/istio-cni",
                "a@net2|a@net2,default/istio-cni@net1|a@net2,default/istio-cni@net1",
                "a@foo,b|a@net1,b,default/istio-cni|a@net1,b,default/istio-cni",
            })
    void istioBeforeAndAfterUs(String annotation, String istioFirst, String weFirst) {
        assertThat(onMesh(annotation + ",default/istio-cni").repaired()).isEqualTo(istioFirst);
        String ours = onMesh(annotation).repaired();
        // reinvocationPolicy: IfNeeded asks us again after what came later.
        assertThat(onMesh(ours + ",default/istio-cni").repaired()).isEqualTo(weFirst);
        assertThat(onMesh(weFirst).codes()).isEmpty();
        assertThat(onMesh(istioFirst).codes()).isEmpty();
    }

    /// It writes JSON with a MAC address and the namespace filled in.
    @Test
    void kubemacpoolRewritesWhatWeWroteAndWeLeaveItSo() {
        String ours = onMesh("a@foo,b").repaired();
        assertThat(ours).isEqualTo("a@net1,b");
        String rewritten = """
                [{"name":"a","namespace":"tenant-a","interface":"net1","mac":"02:00:00:00:00:01"},\
                {"name":"b","namespace":"tenant-a","mac":"02:00:00:00:00:02"}]""";
        assertThat(onMesh(rewritten).mutations()).isEmpty();
        assertThat(onMesh(rewritten).codes()).isEmpty();
        String before = rewritten.replace("net1", "foo");
        assertThat(onMesh(before).repaired()).isEqualTo(rewritten);
    }

    @Test
    void launcherPodsAreNamedByKubevirtAndObeyTheOtherRules() {
        assertThat(launcher("pod16477688c0e", "tenant-a").codes()).isEmpty();
        assertThat(launcher("pod16477688c0e", "tenant-a").mutations()).isEmpty();
        assertThat(launcher("eth0", "tenant-a").codes()).contains("MH104");
        assertThat(launcher("pod16477688c0e", "tenant-b").codes()).contains("MH105");
        // By the account, never by a label: anybody else is renamed.
        assertThat(launcher("pod16477688c0e", "tenant-a").by("developer").repaired())
                .contains("net1");
    }

    /// The whole annotation is compared, so that not even a clash is mended.
    @Test
    void longhornsAnnotationStaysByteForByte() {
        String longhorn = "system:serviceaccount:longhorn-system:longhorn-service-account";
        String own = "[{\"namespace\": \"tenant-a\", \"name\": \"a\", \"interface\": \"lhnet1\"}]";
        assertThat(onMesh(own).by(longhorn).mutations()).isEmpty();
        assertThat(onMesh(own).by(longhorn).codes()).isEmpty();
        assertThat(onMesh(own).by("developer").repaired()).contains("net1");
        assertThat(onMesh("a@net2,b").by(longhorn).mutations()).isEmpty();
        assertThat(onMesh("a@net2,b").by(longhorn).codes()).containsExactly("MH110");
        assertThat(onMesh("a@eth0").by(longhorn).codes()).contains("MH104");
        assertThat(onMesh("tenant-b/a@lhnet1").by(longhorn).codes()).contains("MH105");
    }

    @Test
    void aFixedNameOfAControllerIsLikeAnyOtherOutsideItsNamespace() {
        assertThat(onMesh("a@migration0").repaired()).isEqualTo("a@net1");
        assertThat(onMesh("a@lhnet1")
                        .by("system:serviceaccount:tenant-a:longhorn-service-account")
                        .repaired())
                .isEqualTo("a@net1");
    }

    @Test
    void aNetworkIsPluggedIntoARunningMachine() {
        String plugged = selection("a", "pod16477688c0e") + "," + selection("b", "podb1f51a511f1");
        assertThat(hotPlug("[" + selection("a", "pod16477688c0e") + "]", "[" + plugged + "]")
                        .codes())
                .isEmpty();
        assertThat(hotPlug("[]", "[" + selection("nope", "podb1f51a511f1") + "]")
                        .codes())
                .containsExactly("MH107");
        assertThat(hotPlug("[]", "[" + selection("b", "eth0") + "]").codes()).contains("MH104");
    }

    /// The NAD may be gone before the machine lets go of it.
    @Test
    void aNetworkIsUnpluggedAlsoWhereItsNadIsGone() {
        String left = "[" + selection("a", "pod16477688c0e") + "]";
        String gone = "[" + selection("a", "pod16477688c0e") + "," + selection("gone", "podb1f51a511f1") + "]";
        assertThat(hotPlug(gone, left).codes()).isEmpty();
        assertThat(hotPlug("[" + selection("gone", "podb1f51a511f1") + "]", "[]")
                        .codes())
                .isEmpty();
    }

    /// CDI copies both annotations from a claim to its pods, which are like any others.
    @ParameterizedTest
    @ValueSource(strings = {"a", "[{\"name\":\"a\"}]"})
    void cdiGetsNetNNamesLikeEverybody(String annotation) {
        String account = "system:serviceaccount:cdi:cdi-sa";
        assertThat(onMesh(annotation).by(account).codes()).isEmpty();
        assertThat(onMesh("a@foo").by(account).repaired()).isEqualTo("a@net1");
        assertThat(onMesh(annotation)
                        .by(account)
                        .withDefaultNetwork(null, "transfer")
                        .codes())
                .contains("MH103");
    }

    private static PodRequest onMesh(String annotation) {
        return PodRequest.create(annotation).in(MESH);
    }

    private static PodRequest launcher(String interfaceName, String namespace) {
        return PodRequest.create("[{\"name\":\"a\",\"namespace\":\"%s\",\"interface\":\"%s\"}]"
                        .formatted(namespace, interfaceName))
                .by(KUBEVIRT);
    }

    private static PodRequest hotPlug(String before, String after) {
        return PodRequest.change(before, after).by(KUBEVIRT);
    }

    private static String selection(String name, String interfaceName) {
        return "{\"name\":\"%s\",\"namespace\":\"tenant-a\",\"interface\":\"%s\"}".formatted(name, interfaceName);
    }
}
