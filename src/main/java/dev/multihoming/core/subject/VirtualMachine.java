package dev.multihoming.core.subject;

import java.util.List;

/// A machine of KubeVirt, or an object that makes some.
///
/// @param kind such as `VirtualMachinePool`
/// @param path where the machine instance is described: `spec.template`, or empty for the object itself
/// @param networks all of its networks
/// @param brought those that this request brings
/// @param pod what the instance's annotations say of its pod, to which KubeVirt copies them
///     (node-behavior.md#virt-launcher-pods); what an UPDATE leaves as it was is absent
/// @param copies how many machines a pool or replica set makes
public record VirtualMachine(
        String kind,
        String namespace,
        String displayName,
        String path,
        List<MachineNetwork> networks,
        List<MachineNetwork> brought,
        Pod pod,
        Copies copies)
        implements Subject {
    public VirtualMachine {
        networks = List.copyOf(networks);
        brought = List.copyOf(brought);
    }

    /// A field of the instance's description.
    public String field(String below) {
        return path.isEmpty() ? below : path + "." + below;
    }
}
