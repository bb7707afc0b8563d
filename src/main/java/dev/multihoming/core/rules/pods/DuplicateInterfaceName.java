package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Two written names; one written and one given by Multus are a clash, which can be mended.
/// See node-behavior.md#interface-names.
@RuleCard(
        code = "MH108",
        name = "duplicate-interface-name",
        summary = "Two networks of a pod ask for the same interface name.",
        requirement = "every interface of a pod has a name of its own",
        why = """
                Multus attaches one network after the other; the second one with the same interface name fails, \
                all interfaces are removed again (also eth0), and the pod stays in ContainerCreating. This is not \
                repaired, because the webhook cannot know which of the two should have the name.""",
        remedy =
                "Give each network its own interface name, or leave the names out: Multus assigns net1, net2 and so on by position.",
        since = "0.1.0")
public final class DuplicateInterfaceName implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        List<NameDecision> decisions = InterfaceNaming.of(pod, context);
        return Violation.ofEach(
                decisions,
                decision -> decision.is(NameVerdict.DUPLICATE),
                decision -> observe(decision, decisions, pod));
    }

    private static Violation observe(NameDecision second, List<NameDecision> all, Pod pod) {
        int first = all.stream()
                .filter(other -> other.name().equals(second.name()))
                .mapToInt(other -> other.selection().position())
                .min()
                .orElse(0);
        return new Violation(
                SelectedNetworks.placeOfName(second.selection(), pod),
                "it asks for the interface name %s, and so does item %d".formatted(Quoted.of(second.name()), first),
                "Write %s for item %d, or leave its interface name out"
                        .formatted(
                                Quoted.of(second.replacement()),
                                second.selection().position()));
    }
}
