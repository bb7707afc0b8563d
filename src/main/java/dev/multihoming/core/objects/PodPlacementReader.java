package dev.multihoming.core.objects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.multihoming.core.subject.PodPlacement;
import dev.multihoming.core.subject.PodPlacement.Resources;
import dev.multihoming.core.subject.PodTexts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes from a pod's `spec` what its [PodPlacement] is made of, and reads it at the first question.
///
/// Regular containers count, and init containers that stay (`restartPolicy: Always`): the kubelet reports the devices
/// of these to Multus.
final class PodPlacementReader {
    private @Nullable DeferredJson containers;
    private @Nullable DeferredJson initContainers;
    private @Nullable DeferredJson nodeSelector;

    void containers(JsonParser parser) throws IOException {
        containers = DeferredJson.of(parser);
    }

    void initContainers(JsonParser parser) throws IOException {
        initContainers = DeferredJson.of(parser);
    }

    void nodeSelector(JsonParser parser) throws IOException {
        nodeSelector = DeferredJson.of(parser);
    }

    PodPlacement onDemand() {
        return new DeferredPlacement(this);
    }

    /// What the pod is started with, beside the keys of its annotations.
    PodTexts texts(List<String> annotationKeys) {
        return new TextsOnDemand(annotationKeys, containers, initContainers);
    }

    /// Reads what was taken.
    PodPlacement read() throws IOException {
        Map<String, Long> requested = HashMap.newHashMap(0);
        ContainerReader first = eachContainer(containers, _ -> true, requested);
        eachContainer(initContainers, ContainerReader::stays, requested);
        Map<String, String> selector = HashMap.newHashMap(0);
        return new PodPlacement.Read(
                requested, first == null ? Resources.NONE : first.shape(), selector, readSelector(selector));
    }

    /// Whether there is one.
    private boolean readSelector(Map<String, String> into) throws IOException {
        if (nodeSelector == null) {
            return false;
        }
        try (JsonParser parser = nodeSelector.open()) {
            boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
            JsonFields.eachField(parser, (key, value) -> into.put(key, JsonFields.string(value)));
            return isObject;
        }
    }

    private interface Counted {
        boolean test(ContainerReader container);
    }

    /// Adds what those that count ask for; the first container, if there is any.
    private static @Nullable ContainerReader eachContainer(
            @Nullable DeferredJson list, Counted counted, Map<String, Long> requested) throws IOException {
        if (list == null) {
            return null;
        }
        ContainerReader first = null;
        try (JsonParser parser = list.open()) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return null;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                ContainerReader container = new ContainerReader(parser.currentToken() == JsonToken.START_OBJECT);
                JsonFields.eachField(parser, container::field);
                if (counted.test(container)) {
                    container.requests().forEach((name, count) -> requested.merge(name, count, Long::sum));
                }
                first = first == null ? container : first;
            }
        }
        return first;
    }
}
