package dev.multihoming.webhook.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;

/// Watches for one CRD and nothing else of its kind, so that clusters that get it later need no restart.
final class CrdWatch {
    /// Untyped: to read three conditions with the types of a whole CRD takes a tenth of a second of a start.
    private static final ResourceDefinitionContext RESOURCE = new ResourceDefinitionContext.Builder()
            .withGroup("apiextensions.k8s.io")
            .withVersion("v1")
            .withPlural("customresourcedefinitions")
            .withKind("CustomResourceDefinition")
            .withNamespaced(false)
            .build();

    private final CrdUser user;
    private final SharedIndexInformer<GenericKubernetesResource> informer;

    CrdWatch(KubernetesClient client, String crd, CrdUser user) {
        this.user = user;
        this.informer = client.genericKubernetesResources(RESOURCE)
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

    private final class Announcer implements ResourceEventHandler<GenericKubernetesResource> {
        /// The first list was empty.
        @Override
        public void onNothing() {
            user.crdMissing();
        }

        @Override
        public void onAdd(GenericKubernetesResource crd) {
            announce(crd);
        }

        @Override
        public void onUpdate(GenericKubernetesResource old, GenericKubernetesResource crd) {
            announce(crd);
        }

        @Override
        public void onDelete(GenericKubernetesResource crd, boolean lastStateUnknown) {
            user.crdMissing();
        }

        private void announce(GenericKubernetesResource crd) {
            if (isServed(crd)) {
                user.crdInstalled();
            } else {
                user.crdMissing();
            }
        }
    }

    /// A CRD may exist and its resource not: for a moment after its creation, or for good where names clash.
    private static boolean isServed(GenericKubernetesResource crd) {
        return crd.get("status", "conditions") instanceof List<?> conditions
                && conditions.stream().anyMatch(CrdWatch::isEstablished);
    }

    private static boolean isEstablished(Object condition) {
        return condition instanceof Map<?, ?> fields
                && "Established".equals(fields.get("type"))
                && "True".equals(fields.get("status"));
    }
}
