package dev.multihoming.cluster;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;

/// Watches for one CRD and nothing else of its kind, so that clusters that get it later need no restart.
final class CrdWatch {
    private final CrdUser user;
    private final SharedIndexInformer<CustomResourceDefinition> informer;

    CrdWatch(KubernetesClient client, String crd, CrdUser user) {
        this.user = user;
        this.informer = client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(crd)
                .runnableInformer(0)
                .exceptionHandler((_, _) -> true)
                .addEventHandler(new Announcer());
    }

    /// Returns at once, also where the API server cannot be reached: readiness tells when something is known.
    void start() {
        informer.start();
    }

    void stop() {
        informer.stop();
        user.stop();
    }

    private final class Announcer implements ResourceEventHandler<CustomResourceDefinition> {
        /// The first list was empty.
        @Override
        public void onNothing() {
            user.crdMissing();
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
            user.crdMissing();
        }

        private void announce(CustomResourceDefinition crd) {
            if (isServed(crd)) {
                user.crdInstalled();
            } else {
                user.crdMissing();
            }
        }
    }

    /// A CRD may exist and its resource not: for a moment after its creation, or for good where names clash.
    private static boolean isServed(CustomResourceDefinition crd) {
        return crd.getStatus() != null
                && crd.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Established".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }
}
