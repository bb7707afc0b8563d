package dev.multihoming.cli.command;

import dev.multihoming.cli.explain.ConfigsOfInputs;
import dev.multihoming.client.LiveObjects;
import dev.multihoming.core.attachment.NetworkConfig;
import dev.multihoming.core.multus.NadRef;

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
