package dev.multihoming.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.multihoming.core.attachment.InterfaceRow;
import dev.multihoming.core.attachment.InterfaceTable;
import dev.multihoming.core.attachment.MultusSetup;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.attachment.PodInterfaces;
import dev.multihoming.core.diagnosis.ComparedInterface.State;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PodDiagnosisTest {
    private static final String FAILED = "FailedCreatePodSandBox";
    private static final String NO_PLUGIN =
            "Failed to create pod sandbox: sandbox \"%s\": plugin type=\"multus\" failed (add): failed to find plugin \"x\"";
    private static final String STATUS = """
            [{"name": "cluster", "interface": "eth0", "ips": ["10.244.0.7"], "default": true},
             {"name": "tenant-a/blue", "interface": "net1", "ips": ["10.10.0.5", "fd00::5"], "mac": "02:00:00:00:00:05"}]
            """;

    @Test
    void whatIsReportedAsAskedForIsAsPredicted() {
        List<ComparedInterface> compared = compared("blue", STATUS);

        assertThat(compared).extracting(ComparedInterface::state).containsOnly(State.AS_PREDICTED);
        assertThat(compared.get(1).reported().orElseThrow().addresses()).containsExactly("10.10.0.5", "fd00::5");
        assertThat(PodDiagnosis.of("Running", compared, true, List.of()).advice())
                .containsExactly("Multus reports every interface that the pod is to have.");
    }

    @Test
    void aChangeAfterTheStartShows() {
        List<ComparedInterface> compared = compared("red,green", STATUS);

        assertThat(compared)
                .extracting(ComparedInterface::name, ComparedInterface::network, ComparedInterface::state)
                .containsExactly(
                        tuple("eth0", compared.getFirst().network(), State.AS_PREDICTED),
                        tuple("net1", "tenant-a/red", State.ON_ANOTHER_NETWORK),
                        tuple("net2", "tenant-a/green", State.MISSING));
        assertThat(PodDiagnosis.of("Running", compared, true, List.of())
                        .advice()
                        .getFirst())
                .contains("delete the pod");
    }

    @Test
    void whatNobodyAsksForIsToldToo() {
        InterfaceRow eth0 = predicted("").rows().getFirst();

        assertThat(ComparedInterface.of(
                        new InterfaceTable(List.of(eth0), List.of()),
                        ReportedInterface.listed(STATUS).orElseThrow()))
                .extracting(ComparedInterface::state)
                .containsExactly(State.AS_PREDICTED, State.NOT_PREDICTED);
    }

    @Test
    void eachCauseIsToldOnceByItsNewestEvent() {
        PodDiagnosis diagnosis = PodDiagnosis.of(
                "Pending",
                compared("blue", "[]"),
                false,
                List.of(
                        new PodEvent(FAILED, NO_PLUGIN.formatted("a"), "2026-01-01T00:00:01Z", 1),
                        new PodEvent(FAILED, NO_PLUGIN.formatted("b"), "2026-01-01T00:00:03Z", 4),
                        new PodEvent(FAILED, "dial unix /run/cni/dhcp.sock", "2026-01-01T00:00:02Z", 1)));

        assertThat(diagnosis.failures())
                .extracting(failure -> failure.event().time())
                .containsExactly("2026-01-01T00:00:03Z", "2026-01-01T00:00:02Z");
        assertThat(diagnosis.isKnown()).isTrue();
        assertThat(diagnosis.advice()).isEmpty();
    }

    @Test
    void anUnknownErrorIsShownAndNotTakenForKnown() {
        PodDiagnosis diagnosis =
                PodDiagnosis.of("Pending", List.of(), false, List.of(new PodEvent(FAILED, "something else", "", 1)));

        assertThat(diagnosis.failures()).hasSize(1);
        assertThat(diagnosis.isKnown()).isFalse();
    }

    @Test
    void otherWarningsAreOnlyNamed() {
        PodDiagnosis diagnosis = PodDiagnosis.of(
                "Pending",
                compared("blue", "[]"),
                false,
                List.of(
                        new PodEvent("BackOff", "Back-off pulling image", "", 9),
                        new PodEvent("FailedScheduling", "0/3 nodes are available: 3 Insufficient cpu.", "", 1)));

        assertThat(diagnosis.failures()).isEmpty();
        assertThat(diagnosis.others()).isEqualTo(Set.of("BackOff"));
        assertThat(diagnosis.advice().getFirst()).contains("no event tells why");
    }

    @Test
    void missingDevicesKeepAPodFromANode() {
        PodDiagnosis diagnosis = PodDiagnosis.of(
                "Pending",
                List.of(),
                false,
                List.of(new PodEvent(
                        "FailedScheduling", "0/3 nodes are available: 3 Insufficient intel.com/sriov.", "", 1)));

        assertThat(diagnosis.failures().getFirst().error().orElseThrow().cause())
                .contains("free devices");
    }

    @Test
    void aPodThatAsksForNothingIsNotSentToLookForFaults() {
        assertThat(PodDiagnosis.of("Running", compared("", "[]"), false, List.of())
                        .advice())
                .containsExactly("The pod runs, and asks for no additional network.");
        // In the network of its node.
        assertThat(PodDiagnosis.of("Running", List.of(), false, List.of()).advice())
                .isEmpty();
    }

    @Test
    void aStatusThatIsNoListIsNone() {
        assertThat(ReportedInterface.listed("{}")).isEmpty();
        assertThat(ReportedInterface.listed("nonsense")).isEmpty();
    }

    private static List<ComparedInterface> compared(String networks, String status) {
        return ComparedInterface.of(
                predicted(networks), ReportedInterface.listed(status).orElseThrow());
    }

    private static InterfaceTable predicted(String networks) {
        return new PodInterfaces(new MultusSetup(0, "kube-system"), _ -> new NetworkConfig.Unknown("not asked"))
                .of("tenant-a", new NetworkAnnotations(networks, null), false);
    }
}
