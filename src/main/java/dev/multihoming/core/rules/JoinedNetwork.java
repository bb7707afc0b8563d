package dev.multihoming.core.rules;

import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.plugins.LinkClaim;
import dev.multihoming.core.review.NadSummary;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A network that a pod is to have beside others (node-behavior.md#objects-in-combination).
///
/// @param name as its author knows it, such as `network "blue"`
/// @param place that messages about others call it by, such as `item 2`
public record JoinedNetwork(String name, String place, NadSummary nad) {
    /// Why it cannot be attached after those, which are attached before it; a fact.
    public Optional<String> refusal(List<JoinedNetwork> before) {
        Optional<String> clash = clash(before);
        return clash.isPresent() ? clash : exhausted(before);
    }

    /// A network with a resource has a device of its own for each time that it is selected.
    private Optional<String> clash(List<JoinedNetwork> before) {
        boolean hasOwnDevices = nad.needs().resource().isPresent();
        for (LinkClaim claim : nad.abilities().claims()) {
            if (claim.isOfTheNode() && hasOwnDevices) {
                continue;
            }
            for (JoinedNetwork other : before) {
                for (LinkClaim taken : other.nad.abilities().claims()) {
                    if (taken.excludes(claim) || taken.takesFrom(claim)) {
                        return Optional.of("%s %s, and %s %s"
                                .formatted(
                                        name,
                                        claim.words(),
                                        other.place,
                                        taken.equals(claim) ? "does so already" : taken.words()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> exhausted(List<JoinedNetwork> before) {
        Addressing addressing = nad.abilities().addressing();
        if (addressing == null) {
            return Optional.empty();
        }
        long times = 1
                + before.stream()
                        .filter(other -> other.nad.ref().equals(nad.ref()))
                        .count();
        return addressing
                .capacity()
                .filter(capacity -> capacity.compareTo(BigInteger.valueOf(times)) < 0)
                .map(capacity -> "%s is selected %d times, and its range has %d addresses for pods"
                        .formatted(name, times, capacity));
    }
}
