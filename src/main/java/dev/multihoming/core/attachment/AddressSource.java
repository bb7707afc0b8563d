package dev.multihoming.core.attachment;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.JsonPath;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.RangeText;
import java.util.List;
import java.util.stream.Collectors;

/// Where an interface's IP addresses come from (node-behavior.md#ovn-k8s-cni-overlay, #ipam-plugins).
final class AddressSource {
    private static final String NO_ADDRESS = "none (layer 2)";

    private AddressSource() {}

    /// `ips` are those that the pod asks for.
    static String of(Plugin plugin, List<String> ips) {
        String source = KnownPlugins.of(plugin)
                .flatMap(known -> known.ownAddresses(plugin.object()))
                .map(own -> own.isEmpty() ? NO_ADDRESS : own)
                .orElseGet(() -> ipam(plugin));
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
        String what = KnownPlugins.ipam(type).stream()
                .flatMap(known -> known.ranges(JsonPath.ROOT, ipam))
                .map(RangeText::text)
                .collect(Collectors.joining(", "));
        return what.isEmpty() ? type : type + " " + what;
    }
}
