package dev.multihoming.webhook.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import dev.multihoming.core.review.NetworkUsers;
import java.util.ArrayList;
import java.util.List;

/// Counts the pods that select one NAD.
final class UsersCount {
    private static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";

    private final NadRef ref;
    private final List<String> first = new ArrayList<>();
    private int count;
    private int elsewhere;

    UsersCount(NadRef ref) {
        this.ref = ref;
    }

    void add(JsonNode pod) {
        JsonNode metadata = pod.path("metadata");
        String namespace = metadata.path("namespace").asText();
        String networks = metadata.path("annotations").path(NETWORKS).asText();
        // Most pods have none, and most others not this one.
        if (!networks.contains(ref.name()) || !selects(networks, namespace)) {
            return;
        }
        count++;
        if (!namespace.equals(ref.namespace())) {
            elsewhere++;
        } else if (first.size() < NetworkUsers.MAX_NAMED) {
            first.add(metadata.path("name").asText());
        }
    }

    NetworkUsers result(boolean complete) {
        return new NetworkUsers(first, count, elsewhere, complete);
    }

    private boolean selects(String networks, String namespace) {
        return NetworkSelectionsReader.read(networks).items().stream()
                .anyMatch(item -> item.refFrom(namespace).equals(ref));
    }
}
