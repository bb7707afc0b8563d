package dev.multihoming.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.client.ClusterRequests;
import dev.multihoming.client.ClusterRequests.Reply;
import java.util.ArrayList;
import java.util.List;

/// What a list of a resource gave.
///
/// @param first the answer to the first request: why there are no objects, where there are none
record ResourceReading(Reply first, List<JsonNode> objects) {
    private static final int PAGE = 500;

    ResourceReading {
        objects = List.copyOf(objects);
    }

    /// All objects of a list, page by page.
    static ResourceReading of(ClusterRequests cluster, String path) {
        List<JsonNode> objects = new ArrayList<>();
        Reply first = cluster.get(path + "?limit=" + PAGE);
        Reply page = first;
        page.body().path("items").forEach(objects::add);
        for (String token = token(page); !token.isEmpty(); token = token(page)) {
            page = cluster.get(path + "?limit=" + PAGE + "&continue=" + token);
            page.body().path("items").forEach(objects::add);
        }
        return new ResourceReading(first, objects);
    }

    private static String token(Reply page) {
        // Base64 without padding: nothing to escape.
        return page.body().at("/metadata/continue").asText();
    }

    boolean isComplete() {
        return first.isSuccess();
    }
}
