package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.ClusterFacts;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import dev.multihoming.core.subject.PodPlacement;
import java.util.List;
import java.util.Map;

/// See node-behavior.md#resourcename. Too few are MH115's.
@RuleCard(
        code = "MH136",
        name = "idle-network-resource",
        summary = "A pod requests more devices than its networks attach.",
        requirement = "a pod requests as many devices as its networks attach",
        why = """
                The kubelet reserves every device that a container requests, and Multus attaches one for each \
                selected network that names the resource. The other devices are idle, and no other pod of the node \
                can use them. An injector that adds requests does not count those that the author wrote.""",
        remedy =
                "Request as many as networks that need one, in `requests` and in `limits`; or select the network once more.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class IdleNetworkResource implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return Violation.ofEach(
                NodeDemands.of(pod, context).devices().entrySet(),
                demand -> !demand.getKey().startsWith(ClusterFacts.BRIDGE_RESOURCE)
                        && requested(pod, demand) > demand.getValue(),
                demand -> new Violation(
                        Location.of("spec.containers"),
                        "the containers request %d of %s, and the networks attach %d"
                                .formatted(requested(pod, demand), Quoted.of(demand.getKey()), demand.getValue()),
                        "Request %d".formatted(demand.getValue())));
    }

    /// What is no whole number counts as enough, and not as more.
    private static long requested(Pod pod, Map.Entry<String, Long> demand) {
        long requested = pod.placement().requested().getOrDefault(demand.getKey(), 0L);
        return requested >= PodPlacement.ENOUGH ? 0 : requested;
    }
}
