package dev.multihoming.core.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.multihoming.core.plugins.MacvlanPlugin;
import java.util.Locale;

/// The CNI config that OpenShift's network operator makes of a `simpleMacvlanConfig` (its renderSimpleMacvlanConfig):
/// the same fields under the plugin's names, and DHCP where nothing else is said.
final class SimpleMacvlan {
    private SimpleMacvlan() {}

    static String config(JsonNode simple) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.put("cniVersion", "0.3.1");
        config.put("type", MacvlanPlugin.TYPE);
        copy(simple, "master", config, "master");
        if (simple.path("mode").isTextual()) {
            config.put("mode", simple.path("mode").asText().toLowerCase(Locale.ROOT));
        }
        copy(simple, "mtu", config, "mtu");
        ipam(simple.path("ipamConfig"), config.putObject("ipam"));
        return config.toString();
    }

    private static void ipam(JsonNode simple, ObjectNode ipam) {
        boolean isStatic = simple.path("type").asText().equals("Static");
        ipam.put("type", isStatic ? "static" : "dhcp");
        JsonNode given = simple.path("staticIPAMConfig");
        if (!isStatic || !given.isObject()) {
            return;
        }
        copy(given, "addresses", ipam, "addresses");
        ArrayNode routes = ipam.putArray("routes");
        for (JsonNode route : given.path("routes")) {
            ObjectNode made = routes.addObject();
            copy(route, "destination", made, "dst");
            copy(route, "gateway", made, "gw");
        }
        copy(given, "dns", ipam, "dns");
    }

    private static void copy(JsonNode from, String key, ObjectNode to, String name) {
        JsonNode value = from.get(key);
        if (value != null && !value.isNull()) {
            to.set(name, value);
        }
    }
}
