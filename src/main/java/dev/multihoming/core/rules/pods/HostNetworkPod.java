package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Pod;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The runtime never calls Multus for such a pod (node-behavior.md#hostnetwork), so that nothing in its
/// annotations is judged.
@RuleCard(
        code = "MH112",
        name = "host-network-pod",
        summary = "A pod with hostNetwork selects additional networks, which has no effect.",
        requirement = "a pod in the node's network has only the node's interfaces",
        why = """
                With `hostNetwork: true` a pod uses the network of its node, and Multus is not called. The \
                annotation does no harm, but the interfaces that its author expects do not exist.""",
        remedy = "Remove the annotation, or `hostNetwork: true`.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class HostNetworkPod implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!pod.hostNetwork()) {
            return List.of();
        }
        if (selectsNetworks(pod.networks())) {
            return List.of(observe(NetworkAnnotations.NETWORKS));
        }
        String defaultNetwork = pod.annotations().defaultNetwork();
        boolean replaces = defaultNetwork != null
                && !Objects.equals(defaultNetwork, pod.before().defaultNetwork());
        return replaces ? List.of(observe(NetworkAnnotations.DEFAULT_NETWORK)) : List.of();
    }

    /// Whether there is anything in the annotation: `[]` selects nothing.
    private static boolean selectsNetworks(@Nullable NetworkSelections networks) {
        return networks != null
                && (networks.count() > 0 || !networks.violations().isEmpty());
    }

    private static Violation observe(String key) {
        return new Violation(
                Location.annotation(key),
                "the annotation " + key + " has no effect on a pod with hostNetwork: true",
                "Remove the annotation, or hostNetwork");
    }
}
