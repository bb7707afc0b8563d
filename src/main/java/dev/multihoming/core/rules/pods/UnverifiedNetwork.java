package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;

/// What cannot be looked up is admitted: our own trouble must not stop other people's pods.
@RuleCard(
        code = "MH113",
        name = "unverified-network",
        summary = "The webhook could not find out whether a network that a pod selects exists.",
        requirement = "a network that cannot be looked up is not checked",
        why = """
                The webhook asks the API server whether a network exists. If it gets no answer, or the CRD of \
                NetworkAttachmentDefinition is not installed, the pod is admitted, and its interface names are not \
                changed. If the network does not exist, the pod stays in ContainerCreating.""",
        remedy = "Check whether the network exists. If the warning does not stop, tell the cluster's platform team.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class UnverifiedNetwork implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (JoinedSelection.areAllFound(pod, context)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (NetworkSelection item : SelectedNetworks.judged(pod, context)) {
            if (SelectedNetworks.lookup(item, pod, context).orElse(null) instanceof Lookup.Unknown(String reason)) {
                violations.add(observe(item, pod, reason));
            }
        }
        return violations;
    }

    private static Violation observe(NetworkSelection item, Pod pod, String reason) {
        return new Violation(
                SelectedNetworks.placeOf(item, pod),
                "network %s of namespace %s could not be looked up: %s"
                        .formatted(
                                Quoted.of(item.name()),
                                Quoted.of(item.refFrom(pod.namespace()).namespace()),
                                reason),
                "If it does not exist, the pod will stay in ContainerCreating");
    }
}
