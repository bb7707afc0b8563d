package dev.multihoming.client;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.NodeHarm;
import dev.multihoming.core.review.DefectTrace;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.NodeNeeds;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;
import org.jboss.logging.Logger;

/// The NAD as a custom resource: its coordinates, and what we keep of one.
public final class NetworkAttachmentDefinitions {
    public static final String CRD = "network-attachment-definitions.k8s.cni.cncf.io";
    public static final ResourceDefinitionContext RESOURCE = new ResourceDefinitionContext.Builder()
            .withGroup("k8s.cni.cncf.io")
            .withVersion("v1")
            .withPlural("network-attachment-definitions")
            .withKind("NetworkAttachmentDefinition")
            .withNamespaced(true)
            .build();

    private static final Logger LOG = Logger.getLogger(NetworkAttachmentDefinitions.class);

    private NetworkAttachmentDefinitions() {}

    public static NadRef refOf(GenericKubernetesResource nad) {
        return new NadRef(nad.getMetadata().getNamespace(), nad.getMetadata().getName());
    }

    /// Never fails: one strange object must not end the list of all the others.
    public static NadSummary summaryOf(GenericKubernetesResource nad) {
        NadRef ref = refOf(nad);
        String config = configOf(nad);
        NodeNeeds needs = NodeNeeds.of(annotation(nad, NodeNeeds.RESOURCE), annotation(nad, NodeNeeds.NODE_SELECTOR));
        try {
            return NadSummary.of(ref, config, needs);
        } catch (RuntimeException e) {
            LOG.errorf(
                    DefectTrace.of(e), "The config of NAD %s could not be read; pods that select it are denied", ref);
            return NadSummary.unread(ref, needs, NodeHarm.Kind.NOT_READ);
        }
    }

    private static String annotation(GenericKubernetesResource nad, String key) {
        Map<String, String> annotations = nad.getMetadata().getAnnotations();
        return annotations == null ? "" : annotations.getOrDefault(key, "");
    }

    /// Untyped on purpose: where a CRD's schema lets `config` be anything, a typed reader would fail the
    /// whole list.
    private static String configOf(GenericKubernetesResource nad) {
        return nad.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                        && spec.get("config") instanceof String config
                ? config
                : "";
    }
}
