package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.plugins.DefaultRouteUse;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;
import java.util.stream.Collectors;

/// Reads out of a network's config what an interface on it will be like.
final class AttachmentReader {
    private AttachmentReader() {}

    static Attachment read(NetworkConfig network, AttachmentRequest wanted) {
        return switch (network) {
            case NetworkConfig.Written(CniConfig config, String resource) -> written(config, resource, wanted);
            case NetworkConfig.OnNode() -> Attachment.unknown("in a file of the node");
            case NetworkConfig.Absent() -> Attachment.none("no such network");
            case NetworkConfig.Unknown _ -> Attachment.unknown(Attachment.NOT_KNOWN);
        };
    }

    private static Attachment written(CniConfig config, String resource, AttachmentRequest wanted) {
        List<Plugin> chain = config.plugins();
        if (chain.isEmpty() || chain.stream().anyMatch(plugin -> plugin.type().isEmpty())) {
            return Attachment.none("none that runs");
        }
        Plugin main =
                chain.stream().filter(plugin -> !isChained(plugin)).findFirst().orElse(chain.getFirst());
        return new Attachment(
                chain.stream().map(Plugin::type).collect(Collectors.joining(" + ")),
                LinkText.of(main, resource, wanted.device()),
                VlanText.of(main),
                MacSource.of(main, chain, wanted),
                AddressSource.of(main, wanted.ips()),
                defaultRoute(chain, wanted.gateways()));
    }

    private static boolean isChained(Plugin plugin) {
        return KnownPlugins.isChained(plugin);
    }

    private static String defaultRoute(List<Plugin> chain, List<String> gateways) {
        if (!gateways.isEmpty()) {
            return "asked for, via " + String.join(", ", gateways);
        }
        return DefaultRouteUse.of(chain).stream()
                .map(AttachmentReader::words)
                .distinct()
                .reduce((all, next) -> all + ", " + next)
                .orElseGet(() -> chain.stream().allMatch(AttachmentReader::isKnown) ? "no" : Attachment.NOT_KNOWN);
    }

    private static boolean isKnown(Plugin plugin) {
        return KnownPlugins.of(plugin.type()).isPresent();
    }

    private static String words(DefaultRouteUse use) {
        return switch (use.way()) {
            case KEY, GATEWAY -> "yes, by " + use.text();
            case ROUTE -> "yes, by the route " + use.text();
            case DHCP_SERVER -> "if the DHCP server names a router";
        };
    }
}
