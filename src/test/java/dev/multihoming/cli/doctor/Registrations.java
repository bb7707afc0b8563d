package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.client.WebhookFields;
import java.util.function.Consumer;

/// Clusters in which the webhooks are registered.
final class Registrations {
    private static final String API = "apis/admissionregistration.k8s.io/v1/";

    private Registrations() {}

    /// As shipped.
    static WrittenCluster shipped(WrittenCluster cluster) {
        return changed(cluster, _ -> {});
    }

    /// With a change of both configurations.
    static WrittenCluster changed(WrittenCluster cluster, Consumer<ObjectNode> change) {
        for (String kind : new String[] {"validating", "mutating"}) {
            ObjectNode configuration = WebhookFields.shipped(kind).deepCopy();
            change.accept(configuration);
            registered(cluster, kind, configuration.toString());
        }
        return cluster;
    }

    /// With a change of every webhook.
    static WrittenCluster changedWebhooks(WrittenCluster cluster, Consumer<ObjectNode> change) {
        return changed(cluster, configuration -> {
            for (JsonNode webhook : configuration.path("webhooks")) {
                change.accept((ObjectNode) webhook);
            }
        });
    }

    /// Those configurations, with commas between them.
    static WrittenCluster registered(WrittenCluster cluster, String kind, String configurations) {
        return cluster.on(API + kind + "webhookconfigurations", "{\"items\": [%s]}".formatted(configurations));
    }
}
