package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.core.subject.PodPlacement;
import dev.multihoming.core.subject.PodPlacement.Resources;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Collects what one container asks of its node.
final class ContainerReader {
    /// Longer numbers are more than any node has.
    private static final int MAX_DIGITS = 9;

    private final Map<String, Long> requests = HashMap.newHashMap(0);
    private final boolean isObject;
    private boolean hasResources;
    private boolean hasRequests;
    private boolean hasLimits;
    private boolean stays;

    /// Of an element of a list of containers, which may be something else than an object.
    ContainerReader(boolean isObject) {
        this.isObject = isObject;
    }

    void field(String key, JsonParser parser) throws IOException {
        switch (key) {
            case "resources" -> {
                hasResources = parser.currentToken() == JsonToken.START_OBJECT;
                JsonFields.eachField(parser, this::resources);
            }
            case "restartPolicy" -> stays = JsonFields.string(parser).equals("Always");
            default -> parser.skipChildren();
        }
    }

    Resources shape() {
        return new Resources(isObject, hasResources, hasRequests, hasLimits);
    }

    /// Of an init container: whether it runs beside the others.
    boolean stays() {
        return stays;
    }

    Map<String, Long> requests() {
        return requests;
    }

    private void resources(String key, JsonParser parser) throws IOException {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        switch (key) {
            case "requests" -> {
                hasRequests = isObject;
                JsonFields.eachField(parser, this::amount);
            }
            case "limits" -> {
                hasLimits = isObject;
                JsonFields.eachField(parser, this::amount);
            }
            default -> parser.skipChildren();
        }
    }

    /// Of an extended resource, whose name has a domain, requests and limits are equal where both are given.
    private void amount(String resource, JsonParser parser) throws IOException {
        if (resource.indexOf('/') >= 0) {
            // The API server writes quantities as strings, a manifest may have a number.
            String quantity = JsonFields.stringOrNull(parser);
            requests.put(resource, count(quantity == null ? "" : quantity));
        } else {
            parser.skipChildren();
        }
    }

    private static long count(String quantity) {
        boolean plain = !quantity.isEmpty()
                && quantity.length() <= MAX_DIGITS
                && quantity.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Long.parseLong(quantity) : PodPlacement.ENOUGH;
    }
}
