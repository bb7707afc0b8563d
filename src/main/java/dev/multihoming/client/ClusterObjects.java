package dev.multihoming.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// All objects of the kubeconfig's current cluster, as far as its user may list them. Nothing is ever written.
public final class ClusterObjects implements AutoCloseable {
    private static final Resource NAMESPACES = new Resource("", "namespaces", "");

    private static final Resource NODE_STATES = new Resource("nmstate.io", "nodenetworkstates", "");

    /// Of one list.
    private static final long TIME_BOX_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final KubernetesClient client;
    private final ResourceLists lists;

    /// Of that client, which is closed with it.
    ClusterObjects(KubernetesClient client) {
        this.client = client;
        this.lists = new ResourceLists(new ApiPages(client));
    }

    /// Of the current context of the kubeconfig; empty where there is none.
    public static Optional<ClusterObjects> ofCurrentContext() {
        return CurrentContext.client().map(ClusterObjects::new);
    }

    /// Shows each object that is asked for to `each`, one at a time.
    ///
    /// @throws LiveObjects.Unreadable where the list ends before all was seen
    public Coverage list(ResourceLists.Request request, ResourceLists.Visitor each) {
        try {
            return lists.list(request, System.nanoTime() + TIME_BOX_NANOS, each);
        } catch (IOException e) {
            throw new LiveObjects.Unreadable(e);
        }
    }

    /// The same, each with its `apiVersion` and `kind`, which objects of a list do not say.
    public Coverage objects(ResourceLists.Request request, String kind, Consumer<JsonNode> each) {
        return list(request, (apiVersion, object) -> {
            ((ObjectNode) object).put("apiVersion", apiVersion).put("kind", kind);
            each.accept(object);
        });
    }

    /// The namespaces.
    public Coverage namespaces(Consumer<JsonNode> each) {
        return objects(new ResourceLists.Request(NAMESPACES, "", "", ApiPages.JSON), "Namespace", each);
    }

    /// The NodeNetworkStates of nmstate.
    public Coverage nodeStates(ResourceLists.Visitor each) {
        return list(new ResourceLists.Request(NODE_STATES, "", "", ApiPages.JSON), each);
    }

    @Override
    public void close() {
        client.close();
    }
}
