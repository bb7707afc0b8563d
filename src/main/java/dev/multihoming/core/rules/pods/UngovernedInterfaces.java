package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Pod;
import java.util.List;
import java.util.Set;

/// Only of policies that select a whole namespace, which is known without a look at labels.
@RuleCard(
        code = "MH121",
        name = "ungoverned-interfaces",
        summary = "A NetworkPolicy selects the pod, but does not apply to its additional interfaces.",
        requirement = "a NetworkPolicy applies to eth0 only",
        why = """
                NetworkPolicies apply to the cluster's default network only. They do not stop traffic that reaches \
                the pod through net1. MultiNetworkPolicies do, if they are installed; this rule reports nothing in \
                namespaces that have one. It reports pods in namespaces where a NetworkPolicy selects every pod, \
                as most policies that deny by default do. Policies are read every few minutes.""",
        remedy = """
                If the additional network is isolated, nothing. Otherwise write a MultiNetworkPolicy, or filter in \
                the network.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class UngovernedInterfaces implements Rule<Pod> {
    private static final Set<Operation> IN_FULL = Set.of(Operation.CREATE, Operation.EXISTING);

    @Override
    public List<Violation> find(Pod pod, Context context) {
        String policy = context.cluster().facts().namespacePolicies().get(pod.namespace());
        if (policy == null
                || !IN_FULL.contains(pod.operation())
                || SelectedNetworks.judged(pod, context).isEmpty()) {
            return List.of();
        }
        return List.of(new Violation(
                SelectedNetworks.ANNOTATION,
                "NetworkPolicy %s selects this pod, and does not govern its additional interfaces"
                        .formatted(Quoted.of(policy)),
                "Use a MultiNetworkPolicy for them, or filter in the network"));
    }
}
