package dev.multihoming.core.plugins;

import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How much of all addresses the destinations of routes are. A large part, and what the pod sends to the
/// internet or to the cluster goes there, as with a default route (node-behavior.md#default-route).
final class RouteCoverage {
    /// All that is routed of IPv6.
    private static final IpSubnet GLOBAL = IpSubnet.parse("2000::/3").orElseThrow();

    private static final IpSubnet IPV4 = IpSubnet.parse("0.0.0.0/0").orElseThrow();

    private RouteCoverage() {}

    /// A quarter of all IPv4 addresses, or as much of IPv6 as `2000::/3`.
    static boolean isWide(IpSubnet destination) {
        return destination.prefix() <= (destination.address().bits() == Integer.SIZE ? 2 : 3);
    }

    /// Whether they are half of all IPv4 addresses or of `2000::/3` together.
    static boolean isWide(List<IpSubnet> destinations) {
        return !destinations.isEmpty() && (isHalfOf(IPV4, destinations) || isHalfOf(GLOBAL, destinations));
    }

    private static boolean isHalfOf(IpSubnet all, List<IpSubnet> destinations) {
        List<IpSubnet> parts = destinations.stream()
                .filter(destination -> !destination.isMixed() && all.contains(destination.network()))
                .sorted(Comparator.comparing(IpSubnet::network))
                .toList();
        BigInteger covered = BigInteger.ZERO;
        Optional<IpAddress> end = Optional.empty();
        for (IpSubnet part : parts) {
            BigInteger last = part.last().value();
            BigInteger first = end.map(before -> before.value().add(BigInteger.ONE))
                    .orElse(BigInteger.ZERO)
                    .max(part.network().value());
            if (last.compareTo(first) >= 0) {
                covered = covered.add(last.subtract(first)).add(BigInteger.ONE);
                end = Optional.of(part.last());
            }
        }
        return covered.shiftLeft(1).compareTo(size(all)) >= 0;
    }

    private static BigInteger size(IpSubnet subnet) {
        return BigInteger.ONE.shiftLeft(subnet.width() - subnet.prefix());
    }
}
