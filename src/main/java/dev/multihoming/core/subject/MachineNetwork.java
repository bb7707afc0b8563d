package dev.multihoming.core.subject;

/// One of the `networks` of a KubeVirt machine (facts D1, D2).
///
/// @param index in the list, from 0
/// @param isPod whether it is the pod's own network
/// @param isMultus whether a NAD describes it
/// @param networkName of that NAD: `name` or `namespace/name`
/// @param isDefault whether it is to replace the pod's own network
public record MachineNetwork(int index, boolean isPod, boolean isMultus, String networkName, boolean isDefault) {
    /// What makes it the same network, wherever it stands in the list. The pod's own is no concern of ours.
    MachineNetwork anywhere() {
        return new MachineNetwork(0, false, isMultus, networkName, isDefault);
    }
}
