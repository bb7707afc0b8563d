package dev.multihoming.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.client.ClusterRequests.Reply;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How dry runs are judged, by what API servers say.
class AnswerCheckTest {
    private static final String DENIED =
            "admission webhook \"pods.validate.multihoming.dev\" denied the request: MH101 malformed-networks: …\nMH605 selection-panics-multus: …";
    private static final String NET =
            "pods \"x\" is forbidden: ValidatingAdmissionPolicy 'multihoming-safety-net' with binding"
                    + " 'multihoming-safety-net' denied request: no";

    @Test
    void aDeniedBadAndAnAdmittedGoodObjectAreOk() {
        Line line = pods(DENIED, "");
        assertThat(line.grade()).isEqualTo(Grade.OK);
        assertThat(line.fact()).isEqualTo("A bad object is denied (MH605), a harmless one is admitted.");
    }

    @Test
    void aDeniedGoodObjectIsAWarning() {
        assertThat(pods(DENIED, DENIED).grade()).isEqualTo(Grade.WARNING);
    }

    @Test
    void anAdmittedBadObjectIsAProblem() {
        Line line = pods("", "");
        assertThat(line.grade()).isEqualTo(Grade.PROBLEM);
        assertThat(line.fact()).contains("MH605");
    }

    @Test
    void aNamespaceThatIsLeftOutIsAWarning() {
        var cluster = Registrations.changedWebhooks(
                new WrittenCluster(),
                webhook -> webhook.withArray("/namespaceSelector/matchExpressions")
                        .addObject()
                        .put("key", "kubernetes.io/metadata.name")
                        .put("operator", "NotIn")
                        .putArray("values")
                        .add("tenant-a"));
        Line line = ofPods(cluster.lines(new AnswerCheck()));
        assertThat(line.grade()).isEqualTo(Grade.WARNING);
        assertThat(line.advice()).contains("--namespace");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tls: failed to verify certificate: x509: certificate signed by unknown authority | caBundle does not lead
            tls: x509: certificate has expired or is not yet valid: current time …           | has expired
            tls: x509: certificate is valid for a, not b                                     | is for another name
            no endpoints available for service "multihoming-webhook"                         | No replica
            service "multihoming-webhook" not found                                          | The Service
            dial tcp 10.0.0.1:443: connect: connection refused                               | Nothing listens
            context deadline exceeded                                                        | does not answer in time
            something new                                                                    | cannot call it
            """)
    void whyItCannotBeCalledIsTold(String said, String told) {
        Line line = pods(
                "Internal error occurred: failed calling webhook \"pods.validate.multihoming.dev\": failed to call"
                        + " webhook: Post \"https://a\": " + said,
                "");
        assertThat(line.grade()).isEqualTo(Grade.PROBLEM);
        assertThat(line.fact()).contains(told, said);
        assertThat(line.advice()).isNotEmpty().doesNotContain("%1$s");
    }

    @Test
    void theSafetyNetMayBeFirst() {
        assertThat(pods(NET, "")).satisfies(line -> {
            assertThat(line.grade()).isEqualTo(Grade.OK);
            assertThat(line.fact()).contains("before the webhook is called, a harmless one is admitted");
        });
    }

    @Test
    void othersMayRefuseFirst() {
        Line line = pods("pods \"x\" is forbidden: error looking up service account tenant-a/default", "");
        assertThat(line.grade()).isEqualTo(Grade.WARNING);
        assertThat(line.fact()).contains("could not be tried", "service account");
        assertThat(pods("admission webhook \"a.example\" denied the request: MH605 is not ours", "")
                        .grade())
                .isEqualTo(Grade.WARNING);
    }

    @Test
    void withoutRightsItIsNotPermitted() {
        assertThat(pods("pods is forbidden: User \"a\" cannot create resource \"pods\" in API group \"\"", "")
                        .grade())
                .isEqualTo(Grade.NOT_PERMITTED);
    }

    @Test
    void anApiServerThatDoesNotAnswerIsAProblem() {
        var cluster = Registrations.shipped(new WrittenCluster())
                .dryRuns((_, _) -> new Reply(0, MissingNode.getInstance(), List.of()));
        assertThat(ofPods(cluster.lines(new AnswerCheck())).grade()).isEqualTo(Grade.PROBLEM);
    }

    @Test
    void workloadsAreWarnedAbout() {
        var cluster = Registrations.shipped(new WrittenCluster().on("apis", "{groups: [{name: apps}]}"))
                .dryRuns((_, object) -> new Reply(201, object, List.of("299 - \"MH605 selection-panics-multus: …\"")));
        assertThat(cluster.lines(new AnswerCheck()))
                .filteredOn(it -> it.subject().equals("answer for workloads"))
                .containsExactly(Line.ok("answer for workloads", "A bad object is warned about (MH605)."));
    }

    @Test
    void repairsAreSeen() {
        assertThat(repaired(config -> config.replace("\"bridge\"", "\"bridge\", \"vlan\": 0"))
                        .grade())
                .isEqualTo(Grade.OK);
        assertThat(repaired(config -> config).grade()).isEqualTo(Grade.WARNING);
    }

    private static Line repaired(UnaryOperator<String> repair) {
        var cluster = Registrations.shipped(new WrittenCluster().on("apis", "{groups: [{name: k8s.cni.cncf.io}]}"))
                .dryRuns((_, object) -> {
                    String config = object.at("/spec/config").asText();
                    if (config.contains("ipam")) {
                        return WrittenCluster.refusal(DENIED);
                    }
                    ObjectNode stored = object.deepCopy();
                    stored.withObject("/spec").put("config", repair.apply(config));
                    return new Reply(201, stored, List.of());
                });
        return cluster.lines(new AnswerCheck()).stream()
                .filter(it -> it.subject().equals("repair of networks"))
                .findFirst()
                .orElseThrow();
    }

    /// @param bad what the API server says of the bad pod; empty where it admits it
    private static Line pods(String bad, String good) {
        var cluster = Registrations.shipped(new WrittenCluster()).dryRuns((_, pod) -> {
            String message = isBad(pod) ? bad : good;
            return message.isEmpty() ? new Reply(201, pod, List.of()) : WrittenCluster.refusal(message);
        });
        return ofPods(cluster.lines(new AnswerCheck()));
    }

    private static boolean isBad(JsonNode pod) {
        return pod.toString().contains("[null]");
    }

    private static Line ofPods(List<Line> lines) {
        return lines.stream()
                .filter(it -> it.subject().equals("answer for pods"))
                .findFirst()
                .orElseThrow();
    }
}
