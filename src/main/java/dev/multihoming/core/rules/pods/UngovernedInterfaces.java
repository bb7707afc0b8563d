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
        summary = "A NetworkPolicy selects the pod, and does not govern its additional interfaces.",
        requirement = "a NetworkPolicy applies to eth0 only",
        why = """
                NetworkPolicies govern the cluster's default network. Whoever reaches the pod through net1 is not stopped by one, \
                whatever it says. MultiNetworkPolicies do that where they are installed; in namespaces that have one, this is not \
                told. Told where a policy selects every pod of the namespace, as most that deny by default do; policies are looked at \
                every few minutes.""",
        remedy = """
                Nothing, where the additional network is closed by itself. Else write a MultiNetworkPolicy, or filter in the \
                network.""",
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
