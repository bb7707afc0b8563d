package dev.multihoming.core.subject;

import java.util.Optional;

/// The texts of a new pod that may repeat the name of an interface: keys of annotations, and `command`, `args` and
/// `env` of its containers.
///
/// Few pods name their interfaces, so this is read only when a name would be replaced.
public interface PodTexts {
    /// Of a pod without any, and of every object that is not a pod.
    PodTexts NONE = _ -> Optional.empty();

    /// Where a text first has `token` between characters that no interface name of Multus joins; as the pod's author
    /// finds it: `containers[0].args[1]`.
    Optional<String> placeOf(String token);
}
