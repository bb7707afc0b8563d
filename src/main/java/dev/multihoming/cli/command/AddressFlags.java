package dev.multihoming.cli.command;

import dev.multihoming.cli.nad.AddressPlan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say where a network's addresses come from.
final class AddressFlags {
    @Option(
            names = "--ipam",
            paramLabel = "TYPE",
            description =
                    "Where addresses come from: host-local, whereabouts, static, dhcp, or another IPAM plugin. None"
                            + " where it is left out: a network of layer 2.")
    private @Nullable String ipam;

    @Option(
            names = "--subnet",
            paramLabel = "CIDR",
            description = "Subnet of the addresses (host-local, whereabouts, OVN-Kubernetes); repeatable.")
    private @Nullable List<String> subnets;

    @Option(names = "--range-start", paramLabel = "IP", description = "The first address that is assigned.")
    private @Nullable String rangeStart;

    @Option(names = "--range-end", paramLabel = "IP", description = "The last address that is assigned.")
    private @Nullable String rangeEnd;

    @Option(
            names = "--gateway",
            paramLabel = "IP",
            description = "The gateway of its routes. It does not become the default route.")
    private @Nullable String gateway;

    @Option(
            names = "--address",
            paramLabel = "CIDR",
            description =
                    "The address of the one pod that uses it (static); repeatable. Without it pods bring their own.")
    private @Nullable List<String> addresses;

    @Option(
            names = "--route",
            paramLabel = "CIDR[=IP]",
            description = "A route to a destination behind the network, and its gateway; repeatable.")
    private @Nullable List<String> routes;

    @Option(
            names = "--exclude",
            paramLabel = "CIDR",
            description = "Addresses that are not assigned (whereabouts, OVN-Kubernetes); repeatable.")
    private @Nullable List<String> excluded;

    AddressPlan plan() {
        return new AddressPlan(
                type(), or(subnets), rangeStart, rangeEnd, gateway, or(addresses), or(routes), or(excluded));
    }

    String type() {
        return Objects.requireNonNullElse(ipam, "");
    }

    private static List<String> or(@Nullable List<String> values) {
        return Objects.requireNonNullElse(values, List.of());
    }
}
