package dev.multihoming.core.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.plugins.OperatorConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The NADs that operators make of objects of their own, which no webhook is asked about
/// (node-behavior.md#networks-of-other-controllers). What an operator refuses is left to it.
public final class OperatorNads {
    private static final String OVN = "k8s.ovn.org";
    private static final String SRIOV = "sriovnetwork.openshift.io";

    /// Of the SR-IOV operator, unless it is installed with another one.
    private static final String RESOURCE_PREFIX = "openshift.io/";

    private OperatorNads() {}

    /// Empty for any other kind.
    ///
    /// @param namespace of the object, or one that a ClusterUserDefinedNetwork selects
    public static Optional<JsonNode> of(JsonNode object, String namespace) {
        String kind = object.path("kind").asText();
        return switch (ApiGroup.of(object.path("apiVersion").asText())) {
            case SRIOV -> ofSriov(object, kind, namespace);
            case OVN -> ofOvn(object, kind, namespace);
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> ofSriov(JsonNode object, String kind, String namespace) {
        return switch (kind) {
            case "SriovNetwork" -> Optional.of(sriov(object, namespace, OperatorConfig.SRIOV));
            case "SriovIBNetwork" -> Optional.of(sriov(object, namespace, OperatorConfig.IB_SRIOV));
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> ofOvn(JsonNode object, String kind, String namespace) {
        return switch (kind) {
            case "UserDefinedNetwork" ->
                Optional.of(ovn(object, namespace, namespace + "_" + name(object), object.path("spec")));
            case "ClusterUserDefinedNetwork" ->
                Optional.of(ovn(object, namespace, "cluster_udn_" + name(object), object.at("/spec/network")));
            default -> Optional.empty();
        };
    }

    /// The operator writes texts of its object into the config as they are, also what is not JSON.
    private static JsonNode sriov(JsonNode object, String namespace, OperatorConfig config) {
        JsonNode spec = object.path("spec");
        String own = spec.path("networkNamespace").asText();
        ObjectNode nad = nad(object, own.isEmpty() ? namespace : own, config.of(name(object), spec));
        ((ObjectNode) nad.path("metadata"))
                .putObject("annotations")
                .put(
                        "k8s.v1.cni.cncf.io/resourceName",
                        RESOURCE_PREFIX + spec.path("resourceName").asText());
        return nad;
    }

    private static JsonNode ovn(JsonNode object, String namespace, String network, JsonNode spec) {
        String topology = spec.path("topology").asText().toLowerCase(Locale.ROOT);
        JsonNode layer = spec.path(topology);
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.put("cniVersion", "1.1.0")
                .put("type", OperatorConfig.ovnType())
                .put("name", network)
                .put("netAttachDefName", namespace + "/" + name(object))
                .put("topology", topology)
                .put("role", layer.path("role").asText().toLowerCase(Locale.ROOT));
        put(config, "subnets", joined(layer.path("subnets")));
        put(config, "joinSubnet", joined(layer.path("joinSubnets")));
        put(config, "excludeSubnets", joined(layer.path("excludeSubnets")));
        put(config, "physicalNetworkName", layer.path("physicalNetworkName").asText());
        if (layer.path("mtu").isNumber()) {
            config.set("mtu", layer.path("mtu"));
        }
        if (layer.at("/vlan/access/id").isNumber()) {
            config.set("vlanID", layer.at("/vlan/access/id"));
        }
        if (layer.at("/ipam/lifecycle").asText().equals("Persistent")) {
            config.put("allowPersistentIPs", true);
        }
        return nad(object, namespace, config.toString());
    }

    private static ObjectNode nad(JsonNode object, String namespace, String config) {
        ObjectNode nad = JsonNodeFactory.instance.objectNode();
        nad.put("apiVersion", "k8s.cni.cncf.io/v1").put("kind", "NetworkAttachmentDefinition");
        ObjectNode metadata =
                nad.putObject("metadata").put("name", name(object)).put("namespace", namespace);
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", object.path("apiVersion").asText())
                .put("kind", object.path("kind").asText())
                .put("name", name(object))
                .put("controller", true);
        nad.putObject("spec").put("config", config);
        return nad;
    }

    /// Subnets of a layer 3 network are objects.
    private static String joined(JsonNode subnets) {
        Stream<JsonNode> elements = StreamSupport.stream(subnets.spliterator(), false);
        List<String> texts =
                elements.map(it -> it.isObject() ? cidr(it) : it.asText()).toList();
        return String.join(",", texts);
    }

    private static String cidr(JsonNode subnet) {
        String prefix = subnet.path("hostSubnet").asText();
        return subnet.path("cidr").asText() + (prefix.isEmpty() ? "" : "/" + prefix);
    }

    private static void put(ObjectNode config, String key, String text) {
        if (!text.isEmpty()) {
            config.put(key, text);
        }
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }
}
