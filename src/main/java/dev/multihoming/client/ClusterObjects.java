package dev.multihoming.client;

import dev.multihoming.client.ResourceLists.Coverage;
import dev.multihoming.core.admission.AdmissionRequest.Resource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// All objects of the kubeconfig's current cluster, as far as its user may list them. Nothing is ever written.
public final class ClusterObjects implements AutoCloseable {
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

    /// The NodeNetworkStates of nmstate.
    public Coverage nodeStates(ResourceLists.Visitor each) {
        return list(new ResourceLists.Request(NODE_STATES, "", "", ApiPages.JSON), each);
    }

    @Override
    public void close() {
        client.close();
    }
}
