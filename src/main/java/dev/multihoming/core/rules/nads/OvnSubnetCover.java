package dev.multihoming.core.rules.nads;

import dev.multihoming.core.multus.IpAddress;
import dev.multihoming.core.multus.IpSubnet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All addresses of some subnets, none of which is an IPv4 subnet written as IPv6. Of two subnets one is in the other,
/// or they have no address in common: the outermost ones tell all.
final class OvnSubnetCover {
    private static final Comparator<IpSubnet> OUTER_FIRST =
            Comparator.comparing(IpSubnet::network).thenComparingInt(IpSubnet::prefix);

    private final TreeMap<IpAddress, IpSubnet> outermost = new TreeMap<>();

    /// Two subnets with common addresses, of which the second one is in the first.
    record Overlap(IpSubnet outer, IpSubnet inner) {}

    static OvnSubnetCover of(Collection<IpSubnet> subnets) {
        OvnSubnetCover cover = new OvnSubnetCover();
        for (IpSubnet subnet : sorted(subnets)) {
            if (!cover.covers(subnet)) {
                cover.outermost.put(subnet.network(), subnet);
            }
        }
        return cover;
    }

    /// The first ones that overlap; empty where none do.
    static Optional<Overlap> firstOverlap(Collection<IpSubnet> subnets) {
        List<IpSubnet> sorted = sorted(subnets);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                return Optional.of(new Overlap(sorted.get(i - 1), sorted.get(i)));
            }
        }
        return Optional.empty();
    }

    private static List<IpSubnet> sorted(Collection<IpSubnet> subnets) {
        return subnets.stream().sorted(OUTER_FIRST).toList();
    }

    /// Whether one of them has all addresses of that subnet.
    boolean covers(IpSubnet subnet) {
        Map.Entry<IpAddress, IpSubnet> before = outermost.floorEntry(subnet.network());
        return before != null
                && before.getValue().prefix() <= subnet.prefix()
                && before.getValue().contains(subnet.network());
    }
}
