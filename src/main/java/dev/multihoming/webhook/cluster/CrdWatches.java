package dev.multihoming.webhook.cluster;

import dev.multihoming.client.NetworkAttachmentDefinitions;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URL;
import java.util.List;
import org.jboss.logging.Logger;

/// The custom resources that may come later than the webhook, or go: NADs and policies.
@ApplicationScoped
class CrdWatches {
    private static final Logger LOG = Logger.getLogger(CrdWatches.class);

    private final URL server;
    private final List<CrdWatch> watches;

    CrdWatches(KubernetesClient client, KnownNetworks networks, PolicyWatch policies) {
        this.server = client.getMasterUrl();
        this.watches = List.of(
                new CrdWatch(client, NetworkAttachmentDefinitions.CRD, networks),
                new CrdWatch(client, PolicyWatch.POLICIES, policies.policies()),
                new CrdWatch(client, PolicyWatch.EXEMPTIONS, policies.exemptions()));
    }

    void start(@Observes @Priority(ClusterStart.NEEDED_BY_REVIEWS) ClusterStart event) {
        LOG.infof("Asking the API server at %s for NADs and policies", server);
        watches.forEach(CrdWatch::start);
    }

    void stop(@Observes ShutdownEvent event) {
        watches.forEach(CrdWatch::stop);
    }
}
