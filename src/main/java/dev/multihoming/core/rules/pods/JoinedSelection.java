package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.NetworkAbilities;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A selection with what is known of its network (node-behavior.md#objects-in-combination).
record JoinedSelection(NetworkSelection item, NadSummary nad) {
    /// Those that this request brings and whose network exists; one is new also where that detail of it is.
    static List<JoinedSelection> judged(Pod pod, Context context, Function<NetworkSelection, Object> detail) {
        // All of them are new where there was nothing before.
        return pod.networksBefore() == null
                ? all(pod, context)
                : join(SelectedNetworks.judged(pod, context, detail), pod, context);
    }

    /// All of the pod whose network exists.
    static List<JoinedSelection> all(Pod pod, Context context) {
        return context.derived(pod, All.class, All::of).selections();
    }

    /// Whether the networks of all that this request brings are known to exist.
    static boolean areAllFound(Pod pod, Context context) {
        List<NetworkSelection> brought = SelectedNetworks.judged(pod, context);
        List<JoinedSelection> found = pod.networksBefore() == null ? all(pod, context) : join(brought, pod, context);
        return found.size() == brought.size();
    }

    private record All(List<JoinedSelection> selections) {
        static All of(Pod pod, Context context) {
            return new All(join(SelectedNetworks.items(pod, context), pod, context));
        }
    }

    private static List<JoinedSelection> join(List<NetworkSelection> items, Pod pod, Context context) {
        List<JoinedSelection> joined = List.of();
        for (NetworkSelection item : items) {
            if (SelectedNetworks.lookup(item, pod, context).orElse(null) instanceof Lookup.Found(NadSummary nad)) {
                joined = joined.isEmpty() ? new ArrayList<>() : joined;
                joined.add(new JoinedSelection(item, nad));
            }
        }
        return joined;
    }

    NetworkAbilities abilities() {
        return nad.abilities();
    }

    Location location(Pod pod) {
        return SelectedNetworks.placeOf(item, pod);
    }

    /// The network, as the pod's author wrote it.
    String network() {
        return "network " + Quoted.of(item.name());
    }
}
