package dev.multihoming.core.rules.pods;

import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.subject.Pod;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The pools of addresses that all pods of a template take from, wherever they run.
///
/// @param location of the last selection of the network
/// @param network as the template calls it
/// @param pods how many of them can have addresses at once
public record SharedPools(Location location, String network, BigInteger pods) {
    /// Of each network once, where it is known how many addresses it has.
    public static List<SharedPools> of(Pod pod, Context context) {
        List<SharedPools> pools = new ArrayList<>(0);
        List<JoinedSelection> selections = JoinedSelection.judged(pod, context, _ -> "");
        for (int i = 0; i < selections.size(); i++) {
            JoinedSelection selection = selections.get(i);
            Addressing addressing = selection.abilities().addressing();
            if (addressing == null || !addressing.ofCluster() || isSelectedAfter(i, selections)) {
                continue;
            }
            long times = times(selection, selections);
            addressing
                    .capacity()
                    .map(addresses -> addresses.divide(BigInteger.valueOf(times)))
                    .map(pods -> new SharedPools(selection.location(pod), selection.network(), pods))
                    .ifPresent(pools::add);
        }
        return pools;
    }

    private static long times(JoinedSelection one, List<JoinedSelection> all) {
        return all.stream()
                .filter(other -> other.nad().ref().equals(one.nad().ref()))
                .count();
    }

    private static boolean isSelectedAfter(int index, List<JoinedSelection> all) {
        return times(all.get(index), all.subList(index + 1, all.size())) > 0;
    }

    /// Whether not all of so many pods can have addresses.
    public boolean areTooSmallFor(long copies) {
        return pods.compareTo(BigInteger.valueOf(copies)) < 0;
    }
}
