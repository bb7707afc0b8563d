package dev.multihoming.core.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.StringJoiner;

/// The CNI config that the SR-IOV operator writes of the `spec` of its objects (sriov-network-operator,
/// `bindata/manifests/cni-config`).
///
/// @param type of the plugin
/// @param hasVlan whether the plugin has VLANs and what belongs to them
public record OperatorConfig(String type, boolean hasVlan) {
    public static final OperatorConfig SRIOV =
            new OperatorConfig(SriovPlugin.SPEC.types().iterator().next(), true);

    public static final OperatorConfig IB_SRIOV =
            new OperatorConfig(IbSriovPlugin.SPEC.types().iterator().next(), false);

    /// The plugin of OVN-Kubernetes' networks.
    public static String ovnType() {
        return OvnOverlayPlugin.SPEC.types().iterator().next();
    }

    /// Texts that should be JSON are written as they are: where they are none, neither is the config.
    public String of(String network, JsonNode spec) {
        StringJoiner plugin = new StringJoiner(", ", "{", "}");
        String metaPlugins = spec.path("metaPlugins").asText().strip();
        String head = "\"cniVersion\": \"1.0.0\", \"name\": " + quoted(network);
        if (metaPlugins.isEmpty()) {
            plugin.add(head);
        }
        plugin.add("\"type\": " + quoted(type));
        if (hasVlan) {
            plugin.add("\"vlan\": " + spec.path("vlan").asInt());
            text(plugin, "spoofchk", spec.path("spoofChk"));
            text(plugin, "trust", spec.path("trust"));
            raw(plugin, "vlanQoS", spec.path("vlanQoS"));
            text(plugin, "vlanProto", spec.path("vlanProto"));
            raw(plugin, "min_tx_rate", spec.path("minTxRate"));
            raw(plugin, "max_tx_rate", spec.path("maxTxRate"));
        }
        raw(plugin, "capabilities", spec.path("capabilities"));
        text(plugin, "link_state", spec.path("linkState"));
        if (spec.path("ipam").asText().isBlank()) {
            plugin.add("\"ipam\": {}");
        }
        raw(plugin, "ipam", spec.path("ipam"));
        return metaPlugins.isEmpty()
                ? plugin.toString()
                : "{" + head + ", \"plugins\": [" + plugin + ", " + metaPlugins + "]}";
    }

    private static void text(StringJoiner plugin, String key, JsonNode value) {
        if (!value.asText().isEmpty()) {
            plugin.add(quoted(key) + ": " + quoted(value.asText()));
        }
    }

    private static void raw(StringJoiner plugin, String key, JsonNode value) {
        if (!value.asText().isBlank()) {
            plugin.add(quoted(key) + ": " + value.asText());
        }
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }
}
