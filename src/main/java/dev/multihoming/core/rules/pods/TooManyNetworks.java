package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Where it denies, the only finding about such an annotation: a message with hundreds of lines helps nobody.
@RuleCard(
        code = "MH111",
        name = "too-many-networks",
        summary = "A pod selects more networks than are allowed.",
        requirement = "a pod has a limited number of networks",
        why = """
                Each network costs the node an attach, one after the other, before the pod starts, and each costs the control plane a \
                lookup. Far beyond what any workload needs, the number is a mistake or an attack, so nothing else in the annotation \
                is judged. Where a policy only warns about it, or exempts from it, the rest is judged all the same.""",
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
