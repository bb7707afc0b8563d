package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.KnownPlugins;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.review.SegmentRange;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.topology.AddressOverlaps;
import dev.multihoming.core.topology.Network;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A network under review beside others of its segment, of which there are some.
///
/// @param main the plugin that makes the interface
/// @param segment after the repair
record Neighbours(Nad nad, ParsedConfig config, CniConfig.Plugin main, Segment segment, List<Network> others) {
    /// A trunk can have hundreds of parts.
    private static final int SHOWN = 5;

    /// Those of other namespaces.
    static Optional<Neighbours> elsewhere(Nad nad, Context context) {
        return of(nad, context, ref -> !ref.namespace().equals(nad.namespace()));
    }

    /// Those of its own namespace.
    static Optional<Neighbours> beside(Nad nad, Context context) {
        return of(
                nad,
                context,
                ref -> ref.namespace().equals(nad.namespace()) && !ref.name().equals(nad.displayName()));
    }

    /// Looks at nothing else before there is one.
    private static Optional<Neighbours> of(Nad nad, Context context, Predicate<NadRef> which) {
        Optional<ParsedConfig> read = context.ownsNetworks() ? Optional.empty() : ParsedConfig.of(nad, context);
        Optional<CniConfig.Plugin> main = read.flatMap(config -> Network.main(config.plugins()));
        Optional<Segment> segment = main.flatMap(plugin -> segment(nad, read.orElseThrow(), plugin, context));
        if (segment.isEmpty()) {
            return Optional.empty();
        }
        List<Network> others = context.cluster().networksOn(segment.get()).stream()
                .filter(network -> which.test(network.ref()))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Neighbours(nad, read.orElseThrow(), main.orElseThrow(), segment.get(), others));
    }

    private static Optional<Segment> segment(Nad nad, ParsedConfig config, CniConfig.Plugin main, Context context) {
        String name = GoFields.text(config.document(), "name");
        return KnownPlugins.of(main)
                .flatMap(known ->
                        known.segment(main.object(), name, nad.resourceName().strip()))
                .map(segment -> InjectedVlan.of(config, context).on(segment, main));
    }

    /// Those that may assign an address that this network assigns too, by an account of their own.
    Stream<Network> overlapping() {
        CniConfig read = nad.config();
        if (read == null) {
            return Stream.empty();
        }
        Network own = own(read);
        return own.pools().isEmpty()
                ? Stream.empty()
                : others.stream().filter(other -> AddressOverlaps.between(own, other));
    }

    private Network own(CniConfig read) {
        return Network.of(
                new NadRef(nad.namespace(), nad.displayName()),
                read,
                nad.resourceName().strip());
    }

    /// Its own, as a person knows them.
    String ranges() {
        CniConfig read = nad.config();
        return read == null ? "" : shown(own(read).pools().stream().map(pool -> pool.text()));
    }

    /// Its own segment, and not the part that others are on.
    String shownSegment() {
        return shown(SegmentList.parts(segment).map(SegmentRange::toString));
    }

    private static String shown(Stream<String> texts) {
        List<String> all = texts.distinct().toList();
        String some = all.stream().limit(SHOWN).map(Quoted::of).collect(Collectors.joining(", "));
        return all.size() > SHOWN ? some + " and " + (all.size() - SHOWN) + " more" : some;
    }

    /// Of what makes the interface.
    Location location() {
        return config.location(main.path(), main.object().start());
    }
}
