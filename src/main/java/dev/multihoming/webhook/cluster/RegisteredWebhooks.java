package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.multihoming.client.ApiPages;
import dev.multihoming.client.ApiStatusException;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Reads what is registered with the API server in our name.
final class RegisteredWebhooks {
    static final List<String> KINDS = List.of("validating", "mutating");

    private static final long TIME_BOX_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final String NAME = "multihoming-webhook";
    private static final String MARKER = "multihoming-webhook-registration";

    private final ApiPages api;
    private final String namespace;

    RegisteredWebhooks(KubernetesClient client, String namespace) {
        this.api = new ApiPages(client);
        this.namespace = namespace;
    }

    /// By kind; a missing node where there is none.
    Map<String, JsonNode> configurations() throws IOException {
        Map<String, JsonNode> configurations = new LinkedHashMap<>();
        for (String kind : KINDS) {
            configurations.put(
                    kind, get("apis/admissionregistration.k8s.io/v1/" + kind + "webhookconfigurations/" + NAME));
        }
        return configurations;
    }

    /// Whether they are meant to be there. With permissions of an earlier version the marker cannot be read: then yes,
    /// since a missed deletion is worse than a false report of one.
    boolean areMeant() throws IOException {
        try {
            return !get("api/v1/namespaces/" + namespace + "/configmaps/" + MARKER)
                    .isMissingNode();
        } catch (ApiStatusException e) {
            if (e.code() == HttpURLConnection.HTTP_FORBIDDEN) {
                return true;
            }
            throw e;
        }
    }

    private JsonNode get(String path) throws IOException {
        try {
            return api.get(path, ApiPages.JSON, System.nanoTime() + TIME_BOX_NANOS);
        } catch (ApiStatusException e) {
            if (e.code() == HttpURLConnection.HTTP_NOT_FOUND) {
                return MissingNode.getInstance();
            }
            throw e;
        }
    }
}
