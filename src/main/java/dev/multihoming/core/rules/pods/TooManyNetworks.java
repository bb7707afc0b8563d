package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Where it denies, the only finding about such an annotation: a message with hundreds of lines does not help.
@RuleCard(
        code = "MH111",
        name = "too-many-networks",
        summary = "A pod selects more networks than are allowed.",
        requirement = "a pod has a limited number of networks",
        why = """
                Before the pod starts, the node attaches its networks one after the other, and each one costs the \
                control plane a lookup. A number far above what workloads need is a mistake or an attack, so the \
                rest of the annotation is not checked. If a policy only warns about this rule, or an exemption \
                covers it, the rest is checked.""",
        remedy = "Select fewer networks. The platform team can raise the limit.",
        since = "0.1.0",
        limit = true)
public final class TooManyNetworks implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        int limit = context.settings().sizes().networks();
        NetworkSelections networks = pod.networks();
        if (networks == null || pod.hostNetwork() || networks.count() <= limit) {
            return List.of();
        }
        return List.of(new Violation(
                SelectedNetworks.ANNOTATION,
                "%d networks, and at most %d are allowed".formatted(networks.count(), limit),
                "Select at most %d networks".formatted(limit)));
    }
}
