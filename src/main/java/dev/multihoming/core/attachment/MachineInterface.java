package dev.multihoming.core.attachment;

/// One network of a KubeVirt machine, with the interface that is on it.
///
/// @param name that the machine calls both by
/// @param source what the network is
/// @param networkName of its NAD: `name` or `namespace/name`
/// @param isDefault whether it is to replace the pod's own network
/// @param mac that the interface is to have; empty for any
/// @param binding plugin that connects it; empty for one of KubeVirt's own ways
/// @param isAbsent whether it is unplugged
public record MachineInterface(
        String name,
        Source source,
        String networkName,
        boolean isDefault,
        String mac,
        String binding,
        boolean isAbsent) {
    /// What a machine's network is.
    public enum Source {
        /// The pod's own.
        POD,
        /// A NAD describes it.
        MULTUS,
        /// Something that no interface of the pod is made for by Multus.
        OTHER
    }

    boolean isAdditional() {
        return source == Source.MULTUS && !isDefault && !isAbsent;
    }
}
