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

    private static final long TIME_BOX_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final KubernetesClient client;
    private final ResourceLists lists;
    private final long end = System.nanoTime() + TIME_BOX_NANOS;

    private ClusterObjects(KubernetesClient client) {
        this.client = client;
        this.lists = new ResourceLists(new ApiPages(client));
    }

    /// Of the current context of the kubeconfig; empty where there is none.
    public static Optional<ClusterObjects> ofCurrentContext() {
        return CurrentContext.client().map(ClusterObjects::new);
    }

    /// Whole objects of that namespace; of all where it is empty.
    public Coverage objects(Resource resource, String namespace, ResourceLists.Visitor each) throws IOException {
        return lists.list(new ResourceLists.Request(resource, namespace, "", ApiPages.JSON), end, each);
    }

    /// The metadata of pods that are not over, likewise.
    public Coverage pods(Resource pods, String namespace, ResourceLists.Visitor each) throws IOException {
        return lists.list(
                new ResourceLists.Request(pods, namespace, ResourceLists.NOT_OVER, ApiPages.METADATA_ONLY), end, each);
    }

    /// The NodeNetworkStates of nmstate.
    public Coverage nodeStates(ResourceLists.Visitor each) throws IOException {
        return lists.list(new ResourceLists.Request(NODE_STATES, "", "", ApiPages.JSON), end, each);
    }

    @Override
    public void close() {
        client.close();
    }
}
