package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.CniConfig.Plugin;
import dev.multihoming.core.multus.GoIp;
import dev.multihoming.core.plugins.DefaultRouteUse;
import dev.multihoming.core.plugins.KnownPlugins;
import java.util.List;
import java.util.stream.Collectors;

/// Reads out of a network's config what an interface on it will be like.
final class AttachmentReader {
    /// What the answer starts with where only that family's default route leads through it.
    static final String IPV6 = "IPv6";

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
        Plugin main = KnownPlugins.main(chain).orElse(chain.getFirst());
        return new Attachment(
                chain.stream().map(Plugin::type).collect(Collectors.joining(" + ")),
                LinkText.of(main, resource, wanted.device()),
                VlanText.of(main),
                MacSource.of(main, chain, wanted),
                AddressSource.of(main, wanted.ips()),
                defaultRoute(chain, wanted.gateways()));
    }

    /// Multus 4.3 moves the IPv6 default route, and leaves the IPv4 one where it is (node-behavior.md#default-route).
    private static String defaultRoute(List<Plugin> chain, List<String> gateways) {
        String moved = gateways.stream()
                .filter(gateway ->
                        GoIp.parse(gateway).filter(ip -> !ip.isIpv4()).isPresent())
                .collect(Collectors.joining(", "));
        if (!moved.isEmpty()) {
            return IPV6 + ", via " + moved;
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
            case ROUTES -> "mostly, by " + use.text() + " routes";
            case DHCP_SERVER -> "if the DHCP server names a router";
        };
    }
}
