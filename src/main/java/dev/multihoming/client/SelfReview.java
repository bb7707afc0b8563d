package dev.multihoming.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;

/// Asks the API server who asks.
final class SelfReview {
    private static final String PATH = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
    private static final Map<String, String> REVIEW =
            Map.of("apiVersion", "authentication.k8s.io/v1", "kind", "SelfSubjectReview");

    /// Who asks without a login.
    private static final String ANONYMOUS = "system:anonymous";

    private SelfReview() {}

    /// Empty for an anonymous one.
    ///
    /// @throws KubernetesClientException for a login that the API server does not accept
    static Optional<String> user(KubernetesClient client) {
        try {
            JsonNode review = ClusterJson.mapper().readTree(client.raw(PATH, "POST", REVIEW));
            String user = review.at("/status/userInfo/username").asText();
            return Optional.of(user).filter(it -> !it.isEmpty() && !it.equals(ANONYMOUS));
        } catch (JsonProcessingException e) {
            throw new KubernetesClientException("The API server's answer is not JSON.", e);
        }
    }
}
