package dev.multihoming.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.client.ClusterRequests.Reply;
import dev.multihoming.client.WebhookFields;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is judged of registrations, ours and others'.
class WebhookChecksTest {
    private static final String VALIDATING = "apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
    private static final String MUTATING = "apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";

    @Test
    void asShippedIsOk() {
        assertThat(Registrations.shipped(new WrittenCluster()).lines(new RegistrationCheck()))
                .extracting(Line::grade)
                .containsExactly(Grade.OK, Grade.OK);
    }

    @Test
    void theConditionOfOpenShiftIsNoChange() {
        var cluster = Registrations.changedWebhooks(
                new WrittenCluster(),
                webhook -> webhook.withArray("matchConditions").add(WebhookFields.PLATFORM_LEFT_OUT));
        assertThat(cluster.lines(new RegistrationCheck()))
                .extracting(Line::grade)
                .containsOnly(Grade.OK);
    }

    @Test
    void noneIsAProblem() {
        var cluster = Registrations.registered(new WrittenCluster(), "validating", "");
        assertThat(Registrations.registered(cluster, "mutating", "").lines(new RegistrationCheck()))
                .allSatisfy(line -> {
                    assertThat(line.grade()).isEqualTo(Grade.PROBLEM);
                    assertThat(line.advice()).contains("bin/register");
                });
    }

    @Test
    void aMissingWebhookIsAProblem() {
        var cluster = Registrations.changed(
                new WrittenCluster(), configuration -> ((ArrayNode) configuration.path("webhooks")).remove(0));
        assertThat(cluster.lines(new RegistrationCheck()).getFirst())
                .isEqualTo(
                        Line.problem(
                                "validating webhooks",
                                "Not registered: pods.validate.multihoming.dev.",
                                "Register the webhooks: bin/register OVERLAY, or helm upgrade with registration.enabled=true."));
    }

    @Test
    void theProbeStageIsAProblem() {
        var cluster = Registrations.changedWebhooks(
                new WrittenCluster(),
                webhook -> webhook.withArray("matchConditions").addObject().put("name", "only-the-probe"));
        assertThat(cluster.lines(new RegistrationCheck()).getFirst().fact()).contains("Only the probe");
    }

    @Test
    void changesAreNamedWithTheShippedValue() {
        var cluster = Registrations.changedWebhooks(new WrittenCluster(), webhook -> webhook.put("timeoutSeconds", 30));
        Line line = cluster.lines(new RegistrationCheck()).getFirst();
        assertThat(line.grade()).isEqualTo(Grade.WARNING);
        assertThat(line.fact()).contains("pods.validate.multihoming.dev timeoutSeconds 30 (shipped: 5)");
    }

    @Test
    void withoutRightsNothingIsSaidOfThem() {
        var cluster = new WrittenCluster()
                .forbidden(VALIDATING)
                .forbidden(VALIDATING + "/multihoming-webhook")
                .forbidden(MUTATING)
                .forbidden(MUTATING + "/multihoming-webhook");
        assertThat(cluster.lines(new RegistrationCheck()))
                .extracting(Line::grade)
                .containsOnly(Grade.NOT_PERMITTED);
        assertThat(cluster.lines(new OtherWebhooksCheck()))
                .extracting(Line::grade)
                .containsExactly(Grade.NOT_PERMITTED);
    }

    @Test
    void ourOwnMayBeReadWhereTheListMayNot() {
        var cluster = new WrittenCluster()
                .forbidden(VALIDATING)
                .on(
                        VALIDATING + "/multihoming-webhook",
                        WebhookFields.shipped("validating").toString());
        assertThat(cluster.lines(new RegistrationCheck()).getFirst().grade()).isEqualTo(Grade.OK);
    }

    @Test
    void withoutOthersTheyAreOk() {
        assertThat(Registrations.shipped(new WrittenCluster()).lines(new OtherWebhooksCheck()))
                .containsExactly(Line.ok("other webhooks", "No other webhook changes pods."));
    }

    @Test
    void othersThatChangeNetworksAreAWarning() {
        assertThat(beside("k8s.cni.cncf.io", "network-attachment-definitions", "IfNeeded")
                        .lines(new OtherWebhooksCheck()))
                .extracting(Line::grade, Line::fact)
                .contains(tuple(Grade.WARNING, "They change NetworkAttachmentDefinitions too: a.istio.example."));
    }

    @Test
    void othersThatChangePodsAreAWarningWhereWeAreNotAskedAgain() {
        assertThat(beside("*", "*", "IfNeeded").lines(new OtherWebhooksCheck()))
                .filteredOn(it -> it.fact().contains("change pods too: a.istio.example"))
                .extracting(Line::grade)
                .containsExactly(Grade.OK);
        assertThat(beside("", "pods", "Never").lines(new OtherWebhooksCheck()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.grade()).isEqualTo(Grade.WARNING);
                    assertThat(line.advice()).contains("reinvocationPolicy: IfNeeded");
                });
    }

    @Test
    void aWriterOfTheAnnotationIsSeenAtWork() {
        var cluster = Registrations.shipped(new WrittenCluster())
                .dryRuns((_, pod) -> new Reply(
                        201,
                        WrittenCluster.yaml(
                                "{metadata: {annotations: {k8s.v1.cni.cncf.io/networks: default/istio-cni}}}"),
                        List.of()));
        Line line = cluster.lines(new OtherWebhooksCheck()).getFirst();
        assertThat(line.grade()).isEqualTo(Grade.WARNING);
        assertThat(line.fact()).contains("from [] to default/istio-cni");
    }

    /// Beside another mutating webhook.
    private static WrittenCluster beside(String group, String resource, String reinvocation) {
        var cluster = Registrations.shipped(new WrittenCluster());
        var ours = WebhookFields.shipped("mutating").deepCopy();
        ours.path("webhooks").forEach(it -> ((ObjectNode) it).put("reinvocationPolicy", reinvocation));
        return Registrations.registered(cluster, "mutating", ours + """
                , {"metadata": {"name": "stranger"}, "webhooks": [{"name": "a.istio.example",
                   "rules": [{"apiGroups": ["%s"], "resources": ["%s"], "operations": ["*"]}]}]}
                """.formatted(group, resource));
    }
}
