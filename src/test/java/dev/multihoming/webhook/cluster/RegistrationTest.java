package dev.multihoming.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static final JsonNode NONE = MissingNode.getInstance();

    @Test
    void withoutMarkerAndConfigurationsNothingIsRegisteredYet() {
        assertThat(Registration.of(false, List.of(NONE, NONE))).isEqualTo(Registration.NOT_YET);
    }

    @Test
    void aProbeStageIsNotARegistration() throws IOException {
        JsonNode probed = inProbeStage(shipped());
        assertThat(Registration.of(false, List.of(probed, NONE))).isEqualTo(Registration.NOT_YET);
    }

    @Test
    void aMarkerMakesMissingConfigurationsDrift() {
        assertThat(Registration.of(true, List.of(NONE, NONE))).isEqualTo(Registration.REGISTERED);
    }

    @Test
    void aProbeStageWithTheMarkerIsNoWayToSilenceTheDrift() throws IOException {
        JsonNode probed = inProbeStage(shipped());
        assertThat(Registration.of(true, List.of(probed, probed))).isEqualTo(Registration.REGISTERED);
        assertThat(Drift.between(shipped(), probed, List.of(), Instant.now())).contains(DriftAspect.CONDITIONS);
    }

    @Test
    void oneConfigurationThatIsEffectiveIsEnough() throws IOException {
        assertThat(Registration.of(false, List.of(NONE, shipped()))).isEqualTo(Registration.REGISTERED);
    }

    @Test
    void oneWebhookThatIsEffectiveIsEnough() throws IOException {
        ObjectNode probed = inProbeStage(shipped());
        ((ObjectNode) probed.at("/webhooks/3")).remove("matchConditions");
        assertThat(Registration.of(false, List.of(probed, NONE))).isEqualTo(Registration.REGISTERED);
    }

    @Test
    void theConditionIsTheOneThatTheProbeStageAdds() throws IOException {
        assertThat(Files.readString(Path.of("kustomize/registration/probe/kustomization.yaml")))
                .contains("name: " + Registration.ONLY_THE_PROBE.path("name").asText())
                .contains("expression: \""
                        + Registration.ONLY_THE_PROBE.path("expression").asText() + "\"");
    }

    private static ObjectNode inProbeStage(ObjectNode configuration) {
        configuration
                .path("webhooks")
                .forEach(webhook ->
                        ((ObjectNode) webhook).withArray("matchConditions").add(Registration.ONLY_THE_PROBE));
        return configuration;
    }

    private static ObjectNode shipped() throws IOException {
        return (ObjectNode) new YAMLMapper()
                .readTree(Path.of("webhook-config/validating.yaml").toFile());
    }
}
