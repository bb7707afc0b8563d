package dev.multihoming.core.subject;

/// One of the `networks` of a KubeVirt machine (node-behavior.md#what-virt-api-checks,
/// #networks-of-a-virtual-machine).
///
/// @param index in the list, from 0
/// @param name of the network in the machine, which is that of its interface
/// @param isPod whether it is the pod's own network
/// @param isMultus whether a NAD describes it
/// @param networkName of that NAD: `name` or `namespace/name`
/// @param isDefault whether it is to replace the pod's own network
/// @param mac that the interface asks for; empty for none
/// @param isBridged whether the guest is bridged to the interface of its pod
/// @param isAbsent whether the interface is unplugged, so that the machine's pod does not have it
public record MachineNetwork(
        int index,
        String name,
        boolean isPod,
        boolean isMultus,
        String networkName,
        boolean isDefault,
        String mac,
        boolean isBridged,
        boolean isAbsent) {
    /// With that interface on it.
    public MachineNetwork attached(String address, boolean bridged, boolean absent) {
        return new MachineNetwork(index, name, isPod, isMultus, networkName, isDefault, address, bridged, absent);
    }

    /// What makes it the same network, wherever it stands in the list. The pod's own is no concern of ours.
    MachineNetwork anywhere() {
        return new MachineNetwork(
                0, "", false, isMultus, networkName, isDefault, isMultus ? mac : "", isMultus && isBridged, false);
    }
}
