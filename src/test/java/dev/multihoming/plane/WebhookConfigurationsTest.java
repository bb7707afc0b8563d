package dev.multihoming.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookConfigurationsTest {
    private static final String CONFIGURATION = """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata:
              name: example
              annotations:
                cert-manager.io/inject-ca-from: somewhere/else
            webhooks:
              - name: pods.example.org
                clientConfig:
                  service:
                    name: webhook
                    namespace: system
                    path: /validate
                failurePolicy: Fail
                timeoutSeconds: 5
                rules:
                  - {apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"]}
              - name: nads.example.org
                clientConfig:
                  service:
                    name: webhook
                    namespace: system
                failurePolicy: Ignore
            """;

    @TempDir
    Path folder;

    @Test
    void onlyTheAddressOfTheServerChanges() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), CONFIGURATION);
        var shipped = WebhookConfigurations.readFrom(folder);
        var served = shipped.servedAt(4711, "Q0E=");
        assertThat(clientConfigs(served)).extracting(JsonNode::toString).containsExactly("""
                        {"url":"https://127.0.0.1:4711/validate","caBundle":"Q0E="}""", """
                        {"url":"https://127.0.0.1:4711/","caBundle":"Q0E="}""");
        assertThat(withoutClientConfigs(served)).isEqualTo(withoutClientConfigs(shipped));
    }

    @Test
    void whatIsAppliedReadsAsWhatWasMeant() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), CONFIGURATION + "---\n" + CONFIGURATION);
        var served = WebhookConfigurations.readFrom(folder).servedAt(4711, "Q0E=");
        Path again = Files.createDirectory(folder.resolve("again"));
        Files.writeString(again.resolve("a.yaml"), served.yaml());
        assertThat(WebhookConfigurations.readFrom(again)).isEqualTo(served);
    }

    @Test
    void otherFilesAndKindsAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), CONFIGURATION);
        Files.writeString(folder.resolve("kustomization.yaml"), "kind: Kustomization\nresources: [a.yaml]\n");
        Files.writeString(folder.resolve("README.md"), "# not YAML: [");
        assertThat(WebhookConfigurations.readFrom(folder).documents()).hasSize(1);
    }

    @Test
    void aFolderWithoutConfigurationsIsAMistake() {
        assertThatThrownBy(() -> WebhookConfigurations.readFrom(folder)).hasMessageContaining("No webhook");
    }

    private static List<JsonNode> clientConfigs(WebhookConfigurations configurations) {
        return configurations.documents().stream()
                .flatMap(document -> document.withArray("webhooks").valueStream())
                .map(webhook -> webhook.path("clientConfig"))
                .toList();
    }

    private static List<ObjectNode> withoutClientConfigs(WebhookConfigurations configurations) {
        var copies =
                configurations.documents().stream().map(ObjectNode::deepCopy).toList();
        for (ObjectNode copy : copies) {
            copy.withArray("webhooks").forEach(webhook -> ((ObjectNode) webhook).remove("clientConfig"));
        }
        return copies;
    }
}
