package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import java.util.Optional;
import java.util.Set;

/// An object that selects networks.
///
/// @param controller that made it, and makes it again; empty where there is none
public record NetworkUser(Role role, ObjectRef object, Optional<ObjectRef> controller, Set<NadRef> networks) {
    /// What it is to a network.
    public enum Role {
        POD,
        /// Makes pods.
        WORKLOAD,
        /// Of KubeVirt; makes one pod.
        MACHINE
    }

    public NetworkUser {
        networks = Set.copyOf(networks);
    }
}
