package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.SegmentNetworks.Scope;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The networks of one segment that may assign the same address, because what assigns for one does not learn what is
/// assigned for the other.
public final class AddressOverlaps {
    /// As many of the others are named, which is enough to ask their owners.
    public static final int MAX_NAMED = 4;

    private AddressOverlaps() {}

    /// Whether both networks may assign one address.
    public static boolean between(Network one, Network other) {
        return one.pools().stream().anyMatch(pool -> other.pools().stream().anyMatch(pool::collidesWith));
    }

    /// Each of them with others that it overlaps, at most [#MAX_NAMED].
    public static Map<NadRef, Set<NadRef>> of(SegmentGroup group) {
        Map<NadRef, Set<NadRef>> found =
                new TreeMap<>(Comparator.comparing(NadRef::namespace).thenComparing(NadRef::name));
        if (group.networks().size() > 1) {
            AddressIndex index = new AddressIndex(Maps.OF_ONE_THREAD);
            group.networks().forEach(network -> index.add(0, network));
            for (Network network : group.networks()) {
                Set<NadRef> others = others(network, index);
                if (!others.isEmpty()) {
                    found.put(network.ref(), others);
                }
            }
        }
        return found;
    }

    private static Set<NadRef> others(Network network, AddressIndex index) {
        Set<NadRef> seen = new HashSet<>(Set.of(network.ref()));
        return index.candidates(0, network, Scope.ALL)
                .filter(other -> seen.add(other.ref()))
                .filter(other -> between(network, other))
                .map(Network::ref)
                .limit(MAX_NAMED)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
