package dev.multihoming.cli.nad;

import com.fasterxml.jackson.databind.JsonNode;
import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonString;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfigReader;
import dev.multihoming.core.plugins.FormField;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.NodeLink;
import dev.multihoming.core.review.NodeNeeds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network as a form shows it.
///
/// @param type of the plugin that makes the interface; empty where the config cannot be read
/// @param fields by key, as a person would type them
/// @param bridge of the nodes that must be there first; empty for none
public record NetworkForm(String type, Map<String, String> fields, String bridge) {
    public static NetworkForm of(JsonNode nad) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("metadata.name", nad.at("/metadata/name").asText(""));
        fields.put("metadata.namespace", nad.at("/metadata/namespace").asText(""));
        fields.put(
                "resource",
                nad.path("metadata")
                        .path("annotations")
                        .path(NodeNeeds.RESOURCE)
                        .asText(""));
        String config = nad.at("/spec/config").asText();
        Optional<CniConfig.Plugin> plugin =
                CniConfigReader.read(config).plugins().stream().findFirst();
        plugin.ifPresent(it -> fill(fields, config, it));
        return new NetworkForm(
                plugin.map(CniConfig.Plugin::type).orElse(""),
                fields,
                plugin.flatMap(NetworkForm::requiredBridge).orElse(""));
    }

    private static void fill(Map<String, String> fields, String config, CniConfig.Plugin plugin) {
        KnownPlugins.of(plugin).ifPresent(it -> put(fields, config, "", plugin.object(), it.form()));
        GoFields.object(plugin.object(), "ipam").ifPresent(ipam -> {
            String type = GoFields.text(ipam, "type");
            fields.put("ipam.type", type);
            KnownPlugins.ipam(type).ifPresent(it -> put(fields, config, "ipam.", ipam, it.form()));
        });
    }

    private static void put(
            Map<String, String> fields, String config, String prefix, JsonObject object, List<FormField> form) {
        for (FormField field : form) {
            object.members().stream()
                    .filter(member -> member.key().equals(field.key()))
                    .forEach(member -> fields.put(prefix + field.key(), typed(config, member.value())));
        }
    }

    private static String typed(String config, Json value) {
        return value instanceof JsonString(int _, int _, String text)
                ? text
                : config.substring(value.start(), value.end());
    }

    private static Optional<String> requiredBridge(CniConfig.Plugin plugin) {
        return KnownPlugins.of(plugin)
                .flatMap(it -> it.requiredLink(plugin.object()))
                .filter(link -> link.kind() == NodeLink.Kind.BRIDGE)
                .map(link -> GoFields.text(plugin.object(), link.key()))
                .filter(name -> !name.isEmpty());
    }
}
