package dev.multihoming.core.attachment;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Json;
import dev.multihoming.core.json.JsonArray;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where an interface's IP addresses come from (facts C15, C16).
final class AddressSource {
    private static final String NO_ADDRESS = "none (layer 2)";

    private AddressSource() {}

    /// `ips` are those that the pod asks for.
    static String of(Plugin plugin, List<String> ips) {
        String source = plugin.type().equals("ovn-k8s-cni-overlay") ? ovn(plugin.object()) : ipam(plugin);
        if (ips.isEmpty()) {
            return source;
        }
        String asked = String.join(", ", ips);
        // Whether a request is heard differs between the others, and is not known here.
        return switch (source) {
            case NO_ADDRESS -> NO_ADDRESS + ", not " + asked;
            case Attachment.NOT_KNOWN -> asked + " asked for";
            default -> asked + " asked of " + source;
        };
    }

    private static String ipam(Plugin plugin) {
        JsonObject ipam = GoFields.object(plugin.object(), "ipam").orElse(null);
        String type = ipam == null ? "" : GoFields.text(ipam, "type");
        if (ipam == null || type.isEmpty()) {
            return KnownPlugins.of(plugin.type()).isPresent() ? NO_ADDRESS : Attachment.NOT_KNOWN;
        }
        String what = switch (type) {
            case "host-local" -> joined(ipam, "subnet", "ranges", "subnet");
            case "whereabouts" -> joined(ipam, "range", "ipRanges", "range");
            case "static" -> joined(ipam, "", "addresses", "address");
            default -> "";
        };
        return what.isEmpty() ? type : type + " " + what;
    }

    private static String ovn(JsonObject plugin) {
        if (GoFields.text(plugin, "topology").isEmpty()) {
            return "OVN";
        }
        String subnets = GoFields.text(plugin, "subnets");
        return subnets.isEmpty() ? NO_ADDRESS : "OVN " + subnets.replaceAll("\\s*,\\s*", ", ");
    }

    /// The plugin's one range, and those of its list.
    private static String joined(JsonObject ipam, String key, String list, String keyInList) {
        Stream<String> one = key.isEmpty() ? Stream.of() : Stream.of(GoFields.text(ipam, key));
        Stream<String> many = GoFields.list(ipam, list).stream()
                .flatMap(AddressSource::objects)
                .map(object -> GoFields.text(object, keyInList));
        return Stream.concat(one, many).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    /// At any depth: host-local has lists of lists.
    private static Stream<JsonObject> objects(Json value) {
        if (value instanceof JsonArray array) {
            return array.elements().stream().flatMap(AddressSource::objects);
        }
        return value instanceof JsonObject object ? Stream.of(object) : Stream.of();
    }
}
