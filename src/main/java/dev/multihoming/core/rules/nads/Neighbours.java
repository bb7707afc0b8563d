package dev.multihoming.core.rules.nads;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.CniConfig;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Segment;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.SegmentList;
import dev.multihoming.core.review.SegmentRange;
import dev.multihoming.core.subject.Nad;
import dev.multihoming.core.topology.Network;
import dev.multihoming.core.topology.Network.Attached;
import dev.multihoming.core.topology.SegmentNetworks;
import dev.multihoming.core.topology.SegmentNetworks.Scope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A network under review beside others of one of its segments, of which there are some.
///
/// @param plugin that attaches pods to the segment
/// @param segment after the repair
/// @param networks of the segment
/// @param scope of the others
record Neighbours(
        Itself itself,
        ParsedConfig config,
        CniConfig.Plugin plugin,
        Segment segment,
        SegmentNetworks networks,
        Scope scope) {
    /// A trunk can have hundreds of parts.
    private static final int SHOWN = 5;

    /// Those of other namespaces, for each segment.
    static Stream<Neighbours> elsewhere(Nad nad, Context context) {
        return of(nad, context, Scope.outside(nad.namespace()));
    }

    /// Those of its own namespace, for each segment.
    static Stream<Neighbours> beside(Nad nad, Context context) {
        return of(nad, context, Scope.inside(nad.namespace()));
    }

    private static Stream<Neighbours> of(Nad nad, Context context, Scope scope) {
        return context.ownsNetworks()
                ? Stream.empty()
                : ParsedConfig.of(nad, context).stream().flatMap(config -> of(nad, config, context, scope));
    }

    /// Looks at nothing else before there is one.
    private static Stream<Neighbours> of(Nad nad, ParsedConfig config, Context context, Scope scope) {
        List<Attached> attached = config.attached(nad.resourceName().strip());
        if (attached.isEmpty()) {
            return Stream.empty();
        }
        InjectedVlan injected = InjectedVlan.of(config, context);
        Itself itself = new Itself(nad);
        return attached.stream()
                .map(it -> new Attached(it.plugin(), injected.on(it.segment(), it.plugin())))
                .map(it -> new Neighbours(
                        itself,
                        config,
                        it.plugin(),
                        it.segment(),
                        context.cluster().networksOn(it.segment()),
                        scope))
                .filter(found -> found.others().findAny().isPresent());
    }

    private Stream<Network> others() {
        return networks.in(scope).filter(other -> !other.ref().equals(itself.ref()));
    }

    /// Whether all that another network has in common with it is in a list, as one of the two
    /// calls it, or was so before the change.
    boolean isAllIn(SegmentList list) {
        Network before = itself.before();
        // Without a look at the others, of which there may be thousands.
        if (list.contains(segment) || wasOn(before, segment)) {
            return true;
        }
        return others().allMatch(other -> common(other).allMatch(its -> isSharedIn(list, its) || wasOn(before, its)));
    }

    /// A link can have one name as a whole, and another one as a VLAN of a link.
    private boolean isSharedIn(SegmentList list, Segment its) {
        return Stream.of(its, segment.common(its), its.common(segment)).anyMatch(list::contains);
    }

    /// The segments of another network that it meets.
    private Stream<Segment> common(Network other) {
        return other.segments().stream().filter(segment::meets);
    }

    /// Whether the network was on all that it has in common with that segment. What a change
    /// leaves as it was is no reason to refuse the change: the author of a new MTU did not
    /// choose the segment.
    private boolean wasOn(@Nullable Network before, Segment its) {
        Segment common = segment.common(its);
        return before != null && before.segments().stream().anyMatch(was -> was.covers(common));
    }

    /// Those that may assign an address that this network assigns too, by an account of their
    /// own; not where both the segment and the addresses were so before the change.
    Stream<Network> overlapping() {
        Network own = itself.now();
        Network before = itself.before();
        boolean isNew = before == null || !before.pools().equals(own.pools());
        return own.pools().isEmpty() || (!isNew && wasOn(before, segment))
                ? Stream.empty()
                : networks.overlapping(own, scope)
                        .filter(other -> !other.ref().equals(itself.ref()))
                        .filter(other -> isNew || !common(other).allMatch(its -> wasOn(before, its)));
    }

    /// Its own, as a person knows them.
    String ranges() {
        return shown(itself.now().pools().stream().map(pool -> pool.text()));
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

    /// Of what attaches pods to it.
    Location location() {
        return config.location(plugin.path(), plugin.object().start());
    }

    /// The network under review, read once for all its segments.
    private static final class Itself {
        private final Nad nad;
        private @Nullable Network now;
        private @Nullable Network before;
        private boolean isBeforeRead;

        Itself(Nad nad) {
            this.nad = nad;
        }

        Network now() {
            Network read = now;
            if (read == null) {
                CniConfig config = Objects.requireNonNull(nad.config(), "what has a segment has a config");
                read = Network.of(ref(), config, nad.resourceName().strip());
                now = read;
            }
            return read;
        }

        /// As it was before the change; `null` for a new one.
        @Nullable
        Network before() {
            Nad.Before was = nad.before();
            if (!isBeforeRead && was != null) {
                before = Network.of(ref(), was.config(), was.resourceName().strip());
            }
            isBeforeRead = true;
            return before;
        }

        private NadRef ref() {
            return new NadRef(nad.namespace(), nad.displayName());
        }
    }
}
