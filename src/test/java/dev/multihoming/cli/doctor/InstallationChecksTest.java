package dev.multihoming.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.multihoming.plane.ServingCertificate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is judged of certificates, the safety net, policies; and how it is written.
class InstallationChecksTest {
    private static final String SECRET = "api/v1/namespaces/multihoming-system/secrets/multihoming-webhook-tls";
    private static final String API = "apis/admissionregistration.k8s.io/v1/";
    private static final String POLICIES = "apis/multihoming.dev/v1alpha1/multihomingpolicies";
    private static final String EXEMPTIONS = "apis/multihoming.dev/v1alpha1/multihomingexemptions";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, OK", "340, OK", "352, WARNING", "366, PROBLEM"})
    void certificatesAreJudgedByTheirEnd(int days, Grade grade) {
        String pem = ServingCertificate.writeInto(folder).caBundle();
        var cluster = registered(pem).on(SECRET, "{data: {tls.crt: %s}}".formatted(pem));
        Instant now = Instant.now().plus(Duration.ofDays(days));
        assertThat(new CertificateCheck().lines(Installation.read(cluster, "default", now)))
                .extracting(Line::subject, Line::grade)
                .containsExactly(tuple("caBundle", grade), tuple("serving certificate", grade));
    }

    @Test
    void aForeignCaBundleIsAProblem() {
        String served = ServingCertificate.writeInto(folder.resolve("a")).caBundle();
        String trusted = ServingCertificate.writeInto(folder.resolve("b")).caBundle();
        var cluster = registered(trusted).on(SECRET, "{data: {tls.crt: %s}}".formatted(served));
        assertThat(cluster.lines(new CertificateCheck()).getLast())
                .extracting(Line::grade, Line::fact)
                .containsExactly(
                        Grade.PROBLEM, "A registered caBundle does not lead to it: the API server refuses it.");
    }

    @Test
    void missingAndUnreadableBundlesAreProblems() {
        assertThat(Registrations.shipped(new WrittenCluster())
                        .lines(new CertificateCheck())
                        .getFirst()
                        .fact())
                .startsWith("Missing in pods.validate.multihoming.dev");
        assertThat(registered("bm9uZQ==")
                        .lines(new CertificateCheck())
                        .getFirst()
                        .grade())
                .isEqualTo(Grade.PROBLEM);
    }

    @Test
    void theSecretMayBeAbsentOrForbidden() {
        assertThat(new WrittenCluster().line(new CertificateCheck()).grade()).isEqualTo(Grade.WARNING);
        Line line = new WrittenCluster().forbidden(SECRET).line(new CertificateCheck());
        assertThat(line.grade()).isEqualTo(Grade.NOT_PERMITTED);
    }

    @Test
    void theSafetyNetIsOptionalAndWhole() {
        String policy = API + "validatingadmissionpolicies/multihoming-safety-net";
        String binding = API + "validatingadmissionpolicybindings/multihoming-safety-net";
        String denies = "{spec: {validationActions: [Deny]}}";
        assertThat(new WrittenCluster().line(new SafetyNetCheck()).fact()).startsWith("Not installed");
        assertThat(new WrittenCluster()
                        .on(policy, "{}")
                        .on(binding, denies)
                        .line(new SafetyNetCheck())
                        .fact())
                .isEqualTo("In force.");
        assertThat(new WrittenCluster()
                        .on(policy, "{}")
                        .line(new SafetyNetCheck())
                        .grade())
                .isEqualTo(Grade.PROBLEM);
        assertThat(new WrittenCluster()
                        .on(binding, denies)
                        .line(new SafetyNetCheck())
                        .grade())
                .isEqualTo(Grade.PROBLEM);
        assertThat(new WrittenCluster()
                        .on(policy, "{}")
                        .on(binding, "{spec: {validationActions: [Warn]}}")
                        .line(new SafetyNetCheck())
                        .grade())
                .isEqualTo(Grade.WARNING);
        assertThat(new WrittenCluster()
                        .forbidden(policy)
                        .line(new SafetyNetCheck())
                        .grade())
                .isEqualTo(Grade.NOT_PERMITTED);
    }

    @Test
    void policiesAreJudgedByTheirConditions() {
        List<Line> lines = ours().on(POLICIES, """
                        items:
                          - metadata: {name: good}
                            status: {namespaces: 3, conditions: [{type: InForce, status: "True"}]}
                          - metadata: {name: orphan}
                            status: {conditions: [{type: InForce, status: "False", reason: ParentMissing, message: no parent}]}
                          - metadata: {name: new}
                        """).on(EXEMPTIONS, """
                        items:
                          - {metadata: {name: old}, status: {state: Ended}}
                          - {metadata: {name: last-week}, status: {state: EndsSoon}}
                        """).lines(new PolicyCheck());
        assertThat(lines)
                .extracting(Line::grade)
                .containsExactly(Grade.OK, Grade.PROBLEM, Grade.WARNING, Grade.WARNING, Grade.WARNING);
        assertThat(lines.getFirst().fact()).isEqualTo("In force: good (3 namespaces).");
        assertThat(lines.get(1).fact()).isEqualTo("orphan is not in force (ParentMissing): no parent");
    }

    @Test
    void policiesMayBeNoneOrForbidden() {
        assertThat(ours().on(POLICIES, "{items: []}")
                        .on(EXEMPTIONS, "{items: []}")
                        .lines(new PolicyCheck()))
                .extracting(Line::grade)
                .containsExactly(Grade.OK, Grade.OK);
        assertThat(ours().forbidden(POLICIES).forbidden(EXEMPTIONS).lines(new PolicyCheck()))
                .extracting(Line::grade)
                .containsExactly(Grade.NOT_PERMITTED, Grade.NOT_PERMITTED);
        assertThat(new WrittenCluster().lines(new PolicyCheck())).isEmpty();
    }

    @Test
    void everyLineSaysWhatToDoAndTextsOfOthersStayOnIt() {
        var report = new DoctorReport(List.of(Line.problem("a", "one\u001b[2J\ntwo", "Do it."), Line.ok("b", "fine.")));
        StringWriter text = new StringWriter();
        report.text(new PrintWriter(text));
        assertThat(text.toString().replace(System.lineSeparator(), "\n")).isEqualTo("""
                problem        a                              one?[2J?two
                                                              → Do it.
                ok             b                              fine.

                1 problem, 0 warnings, 0 not permitted, 1 ok.
                """);
        StringWriter json = new StringWriter();
        report.json(new PrintWriter(json, true));
        assertThat(WrittenCluster.yaml(json.toString()).at("/checks/0/grade").asText())
                .isEqualTo("problem");
        assertThat(report.hasProblems()).isTrue();
    }

    private static WrittenCluster ours() {
        return new WrittenCluster().on("apis", "{groups: [{name: multihoming.dev}]}");
    }

    private static WrittenCluster registered(String caBundle) {
        return Registrations.changedWebhooks(
                new WrittenCluster(),
                webhook -> webhook.withObject("/clientConfig").put("caBundle", caBundle));
    }
}
