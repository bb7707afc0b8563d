package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.topology.NetworkUser.Role;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Counts who uses each network. Nothing is kept of the users, and nothing of networks that do not exist: a pod can
/// name any number of them.
public final class NetworkUsage {
    private final Map<NadRef, Map<Role, Integer>> counts = new HashMap<>();

    /// Of those networks.
    public NetworkUsage(Collection<NadRef> networks) {
        networks.forEach(ref -> counts.put(ref, new EnumMap<>(Role.class)));
    }

    /// A workload or machine that another one made is not counted beside it.
    public void add(NetworkUser user) {
        if (user.role() != Role.POD && user.controller().isPresent()) {
            return;
        }
        for (NadRef ref : user.networks()) {
            Map<Role, Integer> count = counts.get(ref);
            if (count != null) {
                count.merge(user.role(), 1, Integer::sum);
            }
        }
    }

    /// How many users in that role select that network.
    public int count(NadRef ref, Role role) {
        return counts.getOrDefault(ref, Map.of()).getOrDefault(role, 0);
    }

    /// Whether no pod, workload or machine selects it.
    public boolean isUnused(NadRef ref) {
        return counts.getOrDefault(ref, Map.of()).isEmpty();
    }
}
