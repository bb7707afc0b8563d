package dev.multihoming.webhook.leader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.multihoming.webhook.certs.Authorities;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Writes `caBundle` into our own webhook configurations, and nothing else.
final class CaBundles {
    static final List<String> PLURALS = List.of("validatingwebhookconfigurations", "mutatingwebhookconfigurations");

    private static final String NAME = "multihoming-webhook";
    private static final PatchContext PATCH = PatchContext.of(PatchType.JSON);

    private final KubernetesClient client;

    CaBundles(KubernetesClient client) {
        this.client = client;
    }

    static String path(String plural) {
        return "apis/admissionregistration.k8s.io/v1/" + plural + "/" + NAME;
    }

    /// Into every webhook of a configuration, which must be as it was read: another one may be applied at this moment.
    void write(String plural, JsonNode configuration, Authorities authorities) {
        String bundle = Base64.getEncoder().encodeToString(authorities.pem().getBytes(StandardCharsets.US_ASCII));
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject()
                .put("op", "test")
                .put("path", "/metadata/resourceVersion")
                .put("value", configuration.at("/metadata/resourceVersion").asText());
        for (int i = 0; i < configuration.path("webhooks").size(); i++) {
            patch.addObject()
                    .put("op", "add")
                    .put("path", "/webhooks/" + i + "/clientConfig/caBundle")
                    .put("value", bundle);
        }
        var admission = client.admissionRegistration().v1();
        if (plural.startsWith("validating")) {
            admission.validatingWebhookConfigurations().withName(NAME).patch(PATCH, patch.toString());
        } else {
            admission.mutatingWebhookConfigurations().withName(NAME).patch(PATCH, patch.toString());
        }
    }
}
