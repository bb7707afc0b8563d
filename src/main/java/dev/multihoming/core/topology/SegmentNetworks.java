package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The networks that are on some part of a segment. Reviews of networks ask for them, and look at as few as they can:
/// all networks of a cluster can be on one segment.
public interface SegmentNetworks {
    /// There are none, as far as is known.
    SegmentNetworks NONE = of(List.of());

    /// Those of some namespaces, found as they are asked for.
    Stream<Network> in(Scope scope);

    /// Those of some namespaces that may assign an address which that network assigns too ([AddressOverlaps#between]),
    /// found as they are asked for. It can itself be one of them.
    Stream<Network> overlapping(Network network, Scope scope);

    /// Of which namespaces.
    ///
    /// @param isOutside whether it is all namespaces but that one
    record Scope(String namespace, boolean isOutside) {
        /// All: no namespace has this name.
        public static final Scope ALL = outside("\0");

        public static Scope inside(String namespace) {
            return new Scope(namespace, false);
        }

        public static Scope outside(String namespace) {
            return new Scope(namespace, true);
        }

        /// Whether a network is in it.
        public boolean has(NadRef ref) {
            return ref.namespace().equals(namespace) != isOutside;
        }
    }

    /// Those, each of which is looked at.
    static SegmentNetworks of(Collection<Network> networks) {
        List<Network> all = List.copyOf(networks);
        return new SegmentNetworks() {
            @Override
            public Stream<Network> in(Scope scope) {
                return all.stream().filter(network -> scope.has(network.ref()));
            }

            @Override
            public Stream<Network> overlapping(Network network, Scope scope) {
                return in(scope).filter(other -> AddressOverlaps.between(network, other));
            }
        };
    }
}
