package dev.multihoming.plane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The webhook configurations of `webhook-config/`, which name a Service, turned to a server on this machine.
/// Only `clientConfig` changes, so that tests and the demo try the very rules, policies and timeouts that are shipped.
public record WebhookConfigurations(List<ObjectNode> documents) {
    private static final Path SHIPPED = Path.of("webhook-config");
    private static final YAMLMapper YAML = new YAMLMapper();

    public WebhookConfigurations {
        documents = List.copyOf(documents);
    }

    public static WebhookConfigurations shipped() {
        return readFrom(SHIPPED);
    }

    public static WebhookConfigurations readFrom(Path folder) {
        try (var files = Files.list(folder)) {
            var documents = new ArrayList<ObjectNode>();
            for (Path file :
                    files.filter(WebhookConfigurations::isYaml).sorted().toList()) {
                documents.addAll(configurationsIn(file));
            }
            if (documents.isEmpty()) {
                throw new PlaneException("No webhook configuration in " + folder);
            }
            return new WebhookConfigurations(documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public WebhookConfigurations servedBy(WebhookServer server) {
        return servedAt(server.port(), server.certificate().caBundle());
    }

    /// For a server of a test.
    public WebhookConfigurations servedAt(int port, String caBundle) {
        return served(clientConfig -> redirect(clientConfig, port).put("caBundle", caBundle));
    }

    /// For servers that write `caBundle` themselves.
    public WebhookConfigurations servedAt(int port) {
        return served(clientConfig -> redirect(clientConfig, port));
    }

    private WebhookConfigurations served(Consumer<ObjectNode> change) {
        var served = documents.stream().map(ObjectNode::deepCopy).toList();
        for (ObjectNode configuration : served) {
            for (JsonNode webhook : configuration.withArray("webhooks")) {
                change.accept((ObjectNode) webhook.required("clientConfig"));
            }
        }
        return new WebhookConfigurations(served);
    }

    public void apply(Kubectl kubectl) {
        kubectl.apply(yaml()).orThrow("Applying the webhook configurations");
    }

    public void delete(Kubectl kubectl) {
        kubectl.runWithInput(yaml(), "delete", "--ignore-not-found", "--filename=-")
                .orThrow("Deleting the webhook configurations");
    }

    String yaml() {
        var text = new StringBuilder();
        try {
            for (ObjectNode document : documents) {
                text.append(YAML.writeValueAsString(document));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static ObjectNode redirect(ObjectNode clientConfig, int port) {
        JsonNode service = clientConfig.required("service");
        String url = "https://127.0.0.1:" + port + service.path("path").asText("/");
        clientConfig.remove("service");
        return clientConfig.put("url", url);
    }

    private static List<ObjectNode> configurationsIn(Path file) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
            return documents.readAll().stream()
                    .filter(document -> document.path("kind").asText().endsWith("WebhookConfiguration"))
                    .map(ObjectNode.class::cast)
                    .toList();
        }
    }

    private static boolean isYaml(Path file) {
        return file.toString().endsWith(".yaml");
    }
}
