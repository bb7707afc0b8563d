package dev.multihoming.cli.manifest;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.SegmentNetworks;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The networks of a segment that stand in manifests, and those around them that do not.
record NetworksAndOthers(SegmentNetworks written, SegmentNetworks around, Predicate<NadRef> isWritten)
        implements SegmentNetworks {
    @Override
    public Stream<Network> in(Scope scope) {
        return Stream.concat(written.in(scope), others(around.in(scope)));
    }

    @Override
    public Stream<Network> overlapping(Network network, Scope scope) {
        return Stream.concat(written.overlapping(network, scope), others(around.overlapping(network, scope)));
    }

    private Stream<Network> others(Stream<Network> networks) {
        return networks.filter(network -> !isWritten.test(network.ref()));
    }
}
