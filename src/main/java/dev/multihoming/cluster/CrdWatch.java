package dev.multihoming.cluster;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URL;
import org.jboss.logging.Logger;

/// Watches for the NAD's CRD and nothing else of its kind, so that clusters that get Multus later need no
/// restart.
@ApplicationScoped
class CrdWatch {
    private static final Logger LOG = Logger.getLogger(CrdWatch.class);

    private final URL server;
    private final KnownNetworks networks;
    private final SharedIndexInformer<CustomResourceDefinition> informer;

    CrdWatch(KubernetesClient client, KnownNetworks networks) {
        this.server = client.getMasterUrl();
        this.networks = networks;
        this.informer = client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(NetworkAttachmentDefinitions.CRD)
                .runnableInformer(0)
                .exceptionHandler((_, _) -> true)
                .addEventHandler(new Announcer());
    }

    /// Returns at once, also where the API server cannot be reached: readiness tells when something is
    /// known.
    void start(@Observes StartupEvent event) {
        LOG.infof("Asking the API server at %s for NADs", server);
        informer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        informer.stop();
        networks.stop();
    }

    private final class Announcer implements ResourceEventHandler<CustomResourceDefinition> {
        /// The first list was empty.
        @Override
        public void onNothing() {
            networks.crdMissing();
        }

        @Override
        public void onAdd(CustomResourceDefinition crd) {
            announce(crd);
        }

        @Override
        public void onUpdate(CustomResourceDefinition old, CustomResourceDefinition crd) {
            announce(crd);
        }

        @Override
        public void onDelete(CustomResourceDefinition crd, boolean lastStateUnknown) {
            networks.crdMissing();
        }

        private void announce(CustomResourceDefinition crd) {
            if (isServed(crd)) {
                networks.crdInstalled();
            } else {
                networks.crdMissing();
            }
        }
    }

    /// A CRD may exist and its resource not: for a moment after its creation, or for good where names
    /// clash.
    private static boolean isServed(CustomResourceDefinition crd) {
        return crd.getStatus() != null
                && crd.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }
}
