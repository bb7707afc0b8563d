package dev.multihoming.core.rules;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.plugins.LinkClaim;
import dev.multihoming.core.plugins.VrfUse;
import dev.multihoming.core.review.NadSummary;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// The networks that a pod is to have together, in the order of their attachment
/// (node-behavior.md#objects-in-combination). What is taken is looked up, so that many networks cost no more than each.
public final class JoinedNetworks {
    /// By the name of the link: most networks of a pod share none, and cost one look.
    private final Map<String, Map<LinkClaim, String>> takenBy = new HashMap<>();
    private final Map<NadRef, Integer> times = new HashMap<>();
    /// By the name of the VRF.
    private final Map<String, Vrf> vrfs = new HashMap<>(0);

    /// @param place of the network that makes it
    private record Vrf(long table, String place) {}

    /// Adds a network. Why it cannot be attached after those before it, if so; a fact.
    ///
    /// @param name as its author knows it, such as `network "blue"`
    /// @param place that messages about later ones call it by, such as `item 2`
    public Optional<String> add(String name, String place, NadSummary nad) {
        int count = times.merge(nad.ref(), 1, Integer::sum);
        Optional<String> clash = clash(name, nad);
        for (LinkClaim claim : nad.abilities().claims()) {
            takenBy.computeIfAbsent(claim.name(), _ -> new HashMap<>(2)).putIfAbsent(claim, place);
        }
        Optional<String> ofVrf = inVrf(name, place, nad);
        return clash.or(() -> ofVrf).or(() -> exhausted(name, nad, count));
    }

    /// The first network with a VRF makes it; one with the same VRF must name that table or none (plugins 1.10.0,
    /// vrf/main.go, `cmdAdd`).
    private Optional<String> inVrf(String name, String place, NadSummary nad) {
        String fact = null;
        for (VrfUse use : nad.abilities().vrfs()) {
            Vrf there = vrfs.get(use.name());
            if (there == null) {
                vrfs.put(use.name(), new Vrf(use.table() == 0 ? firstFreeTable() : use.table(), place));
            } else if (use.table() != 0 && use.table() != there.table()) {
                fact = "%s puts its interface into the VRF %s with the table %d, and %s makes it with the table %d"
                        .formatted(name, Quoted.of(use.name()), use.table(), there.place(), there.table());
            }
        }
        return Optional.ofNullable(fact);
    }

    private long firstFreeTable() {
        Set<Long> taken = vrfs.values().stream().map(Vrf::table).collect(Collectors.toSet());
        return LongStream.iterate(1, table -> table + 1)
                .filter(table -> !taken.contains(table))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> clash(String name, NadSummary nad) {
        for (LinkClaim claim : nad.abilities().claims()) {
            Map<LinkClaim, String> ofLink = takenBy.get(claim.name());
            if (ofLink == null) {
                continue;
            }
            for (LinkClaim taken : claim.rivals()) {
                String place = ofLink.get(taken);
                if (place != null) {
                    return Optional.of("%s %s, and %s %s"
                            .formatted(
                                    name,
                                    claim.words(),
                                    place,
                                    taken.equals(claim) ? "does so already" : taken.words()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> exhausted(String name, NadSummary nad, int count) {
        Addressing addressing = nad.abilities().addressing();
        return addressing == null
                ? Optional.empty()
                : addressing
                        .capacity()
                        .filter(capacity -> capacity.compareTo(BigInteger.valueOf(count)) < 0)
                        .map(capacity -> "%s is selected %d times, and its range has %d addresses for pods"
                                .formatted(name, count, capacity));
    }
}
