package dev.multihoming.core.rules;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.plugins.LinkClaim;
import dev.multihoming.core.review.NadSummary;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The networks that a pod is to have together, in the order of their attachment
/// (node-behavior.md#objects-in-combination). What is taken is looked up, so that many networks cost no more than each.
public final class JoinedNetworks {
    /// By the name of the link: most networks of a pod share none, and cost one look.
    private final Map<String, Map<LinkClaim, String>> takenBy = new HashMap<>();
    private final Map<NadRef, Integer> times = new HashMap<>();

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
        return clash.isPresent() ? clash : exhausted(name, nad, count);
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
