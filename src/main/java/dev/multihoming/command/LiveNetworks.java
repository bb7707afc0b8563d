package dev.multihoming.command;

import dev.multihoming.cluster.LiveObjects;
import dev.multihoming.explain.ConfigsOfInputs;
import dev.multihoming.interfaces.NetworkConfig;
import dev.multihoming.multus.NadRef;

/// The configs of the NADs of a cluster.
record LiveNetworks(LiveObjects cluster) implements NetworkConfig.Source {
    @Override
    public NetworkConfig of(NadRef ref) {
        try {
            return cluster.network(ref).map(ConfigsOfInputs::read).orElseGet(NetworkConfig.Absent::new);
        } catch (LiveObjects.Unreadable e) {
            return new NetworkConfig.Unknown(String.valueOf(e.getMessage()));
        }
    }
}
