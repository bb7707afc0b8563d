package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.subject.Pod;
import java.util.HashMap;
import java.util.Map;

/// The interfaces that the networks of a pod make, by the names that Multus gives them
/// (node-behavior.md#interface-names).
final class PodLinks {
    private PodLinks() {}

    /// The position of the selection that makes each; the first one where several make it.
    static Map<String, Integer> positions(Pod pod, Context context) {
        int offset = context.settings().multus().interfaceOffset();
        Map<String, Integer> positions = new HashMap<>();
        for (NetworkSelection item : SelectedNetworks.items(pod, context)) {
            String name = item.namesItsInterface()
                    ? item.interfaceName()
                    : InterfaceName.numbered((long) offset + item.position());
            positions.putIfAbsent(name, item.position());
        }
        return positions;
    }
}
