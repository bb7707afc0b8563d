package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Addition;
import dev.multihoming.core.review.Addition.Member;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.NodeNeeds.Label;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.pods.NodeDemands.LabelDemand;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A key that the pod's own selector has is never touched: another value of it is [NodeSelectorConflict]'s.
///
/// Refused also where another injector is to add it: Multus never reads the annotation, so that nothing else
/// would keep such a pod from the wrong node, and injectors fail open.
@RuleCard(
        code = "MH116",
        name = "missing-node-selector",
        summary = "A pod may be scheduled to nodes that do not have its network; the network's node selector is added.",
        requirement = "a pod runs only on nodes that have its networks",
        why = """
                A network with the annotation `k8s.v1.cni.cncf.io/nodeSelector` exists only on nodes with that label. On any other node \
                the attach fails, and the pod stays in ContainerCreating.""",
        remedy = """
                Leave it out: the label is added to `spec.nodeSelector` when the pod is created. Or write it there yourself, as you \
                must where the platform team set `MULTIHOMING_INJECT_NODE_NEEDS=false` and no other injector adds it.""",
        since = "0.1.0")
public final class MissingNodeSelector implements Mutator<Pod> {
    private static final String POINTER = "/spec/nodeSelector";
    private static final Location PLACE = Location.of("spec.nodeSelector");

    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (NodeDemands.areToBeAdded(context)) {
            return List.of();
        }
        return Violation.ofEach(
                missing(pod, context),
                _ -> true,
                demand -> new Violation(
                        PLACE,
                        "%s is only on nodes with the label %s"
                                .formatted(
                                        demand.network(),
                                        Quoted.of(demand.label().toString())),
                        NodeDemands.remedy("Add " + written(demand.label()) + " to the nodeSelector", context)));
    }

    @Override
    public List<Mutation> repair(Pod pod, Context context) {
        if (!context.settings().pods().injectNodeNeeds()) {
            return List.of();
        }
        List<LabelDemand> missing = missing(pod, context);
        // The API server refuses a pod without containers, and says so better.
        return missing.isEmpty() || !pod.placement().first().hasContainer()
                ? List.of()
                : missing.stream()
                        .<Mutation>map(demand -> addition(pod, demand))
                        .toList();
    }

    /// The first demand of each key that the pod does not select by.
    private static List<LabelDemand> missing(Pod pod, Context context) {
        List<LabelDemand> demands = NodeDemands.of(pod, context).labels();
        if (demands.isEmpty()) {
            return demands;
        }
        Set<String> keys = new HashSet<>(pod.placement().nodeSelector().keySet());
        return demands.stream().filter(demand -> keys.add(demand.label().key())).toList();
    }

    private static Addition addition(Pod pod, LabelDemand demand) {
        Label label = demand.label();
        List<Member> members = new ArrayList<>();
        if (!pod.placement().hasNodeSelector()) {
            members.add(Member.object(POINTER));
        }
        members.add(new Member(POINTER + "/" + label.key().replace("/", "~1"), label.value()));
        return new Addition(
                POINTER,
                members,
                new Violation(
                        PLACE, "%s added to the nodeSelector for %s".formatted(written(label), demand.network()), ""));
    }

    private static String written(Label label) {
        return Quoted.of(label.key()) + ": " + Quoted.of(label.value());
    }
}
