package dev.multihoming.cluster;

import dev.multihoming.admission.DefectTrace;
import dev.multihoming.json.GoKeys;
import dev.multihoming.json.JsonMember;
import dev.multihoming.json.JsonObject;
import dev.multihoming.json.JsonString;
import dev.multihoming.json.Parsed;
import dev.multihoming.multus.CniConfig;
import dev.multihoming.multus.CniConfigReader;
import dev.multihoming.multus.NadRef;
import dev.multihoming.review.NadSummary;
import dev.multihoming.review.NodeNeeds;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// The NAD as a custom resource: its coordinates, and what we keep of one.
final class NetworkAttachmentDefinitions {
    static final String CRD = "network-attachment-definitions.k8s.cni.cncf.io";
    static final ResourceDefinitionContext RESOURCE = new ResourceDefinitionContext.Builder()
            .withGroup("k8s.cni.cncf.io")
            .withVersion("v1")
            .withPlural("network-attachment-definitions")
            .withKind("NetworkAttachmentDefinition")
            .withNamespaced(true)
            .build();

    private static final Logger LOG = Logger.getLogger(NetworkAttachmentDefinitions.class);

    /// Far more than is admitted; one that was there before us is not read, as one without plugins.
    private static final int MAX_CONFIG = 512 * 1024;

    private NetworkAttachmentDefinitions() {}

    static NadRef refOf(GenericKubernetesResource nad) {
        return new NadRef(nad.getMetadata().getNamespace(), nad.getMetadata().getName());
    }

    /// Never fails: one strange object must not end the list of all the others.
    static NadSummary summaryOf(GenericKubernetesResource nad) {
        NadRef ref = refOf(nad);
        String config = configOf(nad);
        NodeNeeds needs = NodeNeeds.of(annotation(nad, NodeNeeds.RESOURCE), annotation(nad, NodeNeeds.NODE_SELECTOR));
        if (config.isEmpty() || config.length() > MAX_CONFIG) {
            return new NadSummary(ref, "", List.of(), needs);
        }
        try {
            CniConfig read = CniConfigReader.read(config);
            return new NadSummary(ref, networkName(read.document()), pluginTypes(read), needs);
        } catch (RuntimeException e) {
            LOG.errorf(
                    DefectTrace.of(e), "The config of NAD %s could not be read; it counts as one without plugins", ref);
            return new NadSummary(ref, "", List.of(), needs);
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

    private static String networkName(Parsed<JsonObject> document) {
        return switch (document) {
            case Parsed.Ok<JsonObject>(JsonObject config) ->
                GoKeys.winner(config, "name")
                        .map(JsonMember::value)
                        .map(name -> name instanceof JsonString text ? text.value() : "")
                        .orElse("");
            case Parsed.Malformed<JsonObject> _ -> "";
        };
    }

    private static List<String> pluginTypes(CniConfig config) {
        return config.plugins().stream()
                .map(CniConfig.Plugin::type)
                .filter(type -> !type.isEmpty())
                .toList();
    }
}
