package dev.multihoming.core.subject;

import dev.multihoming.core.multus.NetworkSelections;
import org.jspecify.annotations.Nullable;

/// A pod, as far as its networks go.
///
/// @param displayName its name, or its generateName with a `*`
/// @param hostNetwork whether it runs in the node's network namespace, where Multus never acts
///     (node-behavior.md#hostnetwork)
/// @param annotations what the request would store
/// @param before what is stored already; [NetworkAnnotations#NONE] unless this is an UPDATE
/// @param networks the parsed networks annotation; `null` where it is absent, empty, or unchanged by an UPDATE
/// @param networksBefore the parsed stored networks annotation of an UPDATE that changes it; else `null`
/// @param placement what a new pod asks of its node; nothing for any other
/// @param networkStatus whether a new pod brings the annotation in which Multus tells what it attached
/// @param texts of a new pod that may repeat names of its interfaces; none for any other
public record Pod(
        String namespace,
        String displayName,
        Operation operation,
        boolean hostNetwork,
        NetworkAnnotations annotations,
        NetworkAnnotations before,
        @Nullable NetworkSelections networks,
        @Nullable NetworkSelections networksBefore,
        PodPlacement placement,
        boolean networkStatus,
        PodTexts texts)
        implements Subject {

    @Override
    public String kind() {
        return "Pod";
    }
}
