package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.AddressPool;
import dev.multihoming.core.plugins.AddressSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The networks of one segment that may assign the same address, because what assigns for one does not learn what is
/// assigned for the other.
public final class AddressOverlaps {
    /// As many of the others are named, which is enough to ask their owners.
    public static final int MAX_NAMED = 4;

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(entry -> entry.span().first());

    private AddressOverlaps() {}

    private record Entry(AddressSpan span, AddressPool pool, NadRef network) {
        boolean collidesWith(Entry other) {
            return !network.equals(other.network) && span.meets(other.span) && !pool.sharesAccountWith(other.pool);
        }
    }

    /// Whether both networks may assign one address.
    public static boolean between(Network one, Network other) {
        return one.pools().stream().anyMatch(pool -> other.pools().stream().anyMatch(pool::collidesWith));
    }

    /// Each of them with others that it overlaps, at most [#MAX_NAMED].
    public static Map<NadRef, Set<NadRef>> of(SegmentGroup group) {
        Map<NadRef, Set<NadRef>> found =
                new TreeMap<>(Comparator.comparing(NadRef::namespace).thenComparing(NadRef::name));
        if (group.networks().size() > 1) {
            for (List<Entry> touching : runs(entries(group))) {
                touching.forEach(entry -> collect(entry, touching, found));
            }
        }
        return found;
    }

    private static List<Entry> entries(SegmentGroup group) {
        List<Entry> entries = new ArrayList<>();
        for (Network network : group.networks()) {
            for (AddressPool pool : network.pools()) {
                pool.spans().forEach(span -> entries.add(new Entry(span, pool, network.ref())));
            }
        }
        entries.sort(ORDER);
        return entries;
    }

    /// Divided where no span reaches from one address to the next.
    private static List<List<Entry>> runs(List<Entry> entries) {
        List<List<Entry>> runs = new ArrayList<>();
        AddressSpan reached = null;
        for (Entry entry : entries) {
            if (reached == null || !reached.meets(entry.span())) {
                runs.add(new ArrayList<>());
                reached = entry.span();
            } else if (entry.span().last().compareTo(reached.last()) > 0) {
                reached = new AddressSpan(reached.first(), entry.span().last());
            }
            runs.getLast().add(entry);
        }
        return runs;
    }

    private static void collect(Entry entry, List<Entry> touching, Map<NadRef, Set<NadRef>> found) {
        for (Entry other : touching) {
            if (found.getOrDefault(entry.network(), Set.of()).size() == MAX_NAMED) {
                return;
            }
            if (entry.collidesWith(other)) {
                found.computeIfAbsent(entry.network(), _ -> new LinkedHashSet<>())
                        .add(other.network());
            }
        }
    }
}
