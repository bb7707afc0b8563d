package dev.multihoming.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.subject.PodPlacement;
import dev.multihoming.subject.PodPlacement.Resources;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects from a pod's `spec` what its [PodPlacement] is made of.
///
/// Regular containers count, and init containers that stay (`restartPolicy: Always`): the kubelet reports the devices
/// of these to Multus.
final class PodPlacementReader {
    private final Map<String, Long> requested = HashMap.newHashMap(0);
    private final Map<String, String> nodeSelector = HashMap.newHashMap(0);
    private boolean hasNodeSelector;
    private @Nullable Resources first;

    PodPlacement placement() {
        return new PodPlacement(requested, first == null ? Resources.NONE : first, nodeSelector, hasNodeSelector);
    }

    void containers(JsonParser parser) throws IOException {
        eachContainer(parser, container -> {
            if (first == null) {
                first = container.shape();
            }
            container.requests().forEach((name, count) -> requested.merge(name, count, Long::sum));
        });
    }

    void initContainers(JsonParser parser) throws IOException {
        eachContainer(parser, container -> {
            if (container.stays()) {
                container.requests().forEach((name, count) -> requested.merge(name, count, Long::sum));
            }
        });
    }

    void nodeSelector(JsonParser parser) throws IOException {
        hasNodeSelector = parser.currentToken() == JsonToken.START_OBJECT;
        JsonFields.eachField(parser, (key, value) -> nodeSelector.put(key, JsonFields.string(value)));
    }

    private interface ContainerVisitor {
        void visit(ContainerReader container);
    }

    private static void eachContainer(JsonParser parser, ContainerVisitor visitor) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ContainerReader container = new ContainerReader();
            JsonFields.eachField(parser, container::field);
            visitor.visit(container);
        }
    }
}
