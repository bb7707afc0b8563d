package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.NodeNeeds.Label;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.pods.NodeDemands.LabelDemand;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Found before anything is added: two values of one key leave no node to run on.
@RuleCard(
        code = "MH117",
        name = "node-selector-conflict",
        summary = "No node can have all networks of a pod: their node selectors, or its own, contradict each other.",
        requirement = "one node must have all networks of a pod",
        why = """
                The annotation `k8s.v1.cni.cncf.io/nodeSelector` of a network names the label of the nodes that \
                have it. If the pod selects other nodes with the same key, or two of its networks are on different \
                nodes, the pod stays Pending, or starts on a node without one of its networks.""",
        remedy = "Select networks that are on the same nodes, or change the pod's `nodeSelector`.",
        since = "0.1.0")
public final class NodeSelectorConflict implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        List<LabelDemand> demands = NodeDemands.of(pod, context).labels();
        if (demands.isEmpty()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        Map<String, LabelDemand> first = new HashMap<>();
        for (LabelDemand demand : demands) {
            Label label = demand.label();
            String own = pod.placement().nodeSelector().get(label.key());
            LabelDemand other = first.putIfAbsent(label.key(), demand);
            if (own != null && !own.equals(label.value())) {
                violations.add(observe(demand, "the pod's nodeSelector says " + Quoted.of(own)));
            } else if (own == null && other != null && !other.label().equals(label)) {
                violations.add(observe(
                        demand,
                        other.network() + " on nodes with "
                                + Quoted.of(other.label().toString())));
            }
        }
        return violations;
    }

    private static Violation observe(LabelDemand demand, String contradiction) {
        return new Violation(
                Location.of("spec.nodeSelector"),
                "%s is only on nodes with %s, and %s"
                        .formatted(demand.network(), Quoted.of(demand.label().toString()), contradiction),
                "Select a network of the same nodes, or change the nodeSelector");
    }
}
