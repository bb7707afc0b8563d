package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// A name that Multus gives by place and that is written for another element
/// (node-behavior.md#interface-names), or that the cluster's own networks have.
@RuleCard(
        code = "MH110",
        name = "interface-name-clash",
        summary = "A network without an interface name would get the name of another network.",
        requirement = "every interface of a pod has a name of its own",
        why = """
                Multus names the n-th network net<n> if it has no name, even if another network has that name: in \
                `a@net2,b`, b gets net2 as well. The second attachment fails, all interfaces are removed again \
                (also eth0), and the pod stays in ContainerCreating. When the pod is created, the webhook gives \
                the network without a name a free one. If the cluster adds networks to every pod, their names \
                (net1 and so on) are taken too.""",
        remedy = "Write the free name from the message, or name the networks in their order.",
        since = "0.1.0")
public final class InterfaceNameClash implements Mutator<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        List<NameDecision> decisions = InterfaceNaming.of(pod, context);
        boolean toCome = NameRepairs.areToCome(pod, context);
        return Violation.ofEach(
                decisions,
                decision -> decision.is(NameVerdict.TAKEN_BY_CLUSTER) || (decision.is(NameVerdict.CLASH) && !toCome),
                decision -> observe(decision, decisions, pod, context));
    }

    @Override
    public List<Mutation> repair(Pod pod, Context context) {
        List<NameDecision> decisions = InterfaceNaming.of(pod, context);
        return NameRepairs.of(pod, context, NameVerdict.CLASH, decision -> note(decision, decisions, pod));
    }

    private static Violation observe(NameDecision decision, List<NameDecision> all, Pod pod, Context context) {
        NetworkSelection item = decision.selection();
        String write = "Write %s for item %d".formatted(Quoted.of(decision.replacement()), item.position());
        return decision.is(NameVerdict.CLASH)
                ? new Violation(
                        SelectedNetworks.placeOfName(item, pod),
                        "network %s names no interface and would get %s by its place, which item %d asks for"
                                .formatted(Quoted.of(item.name()), decision.name(), holder(decision, all)),
                        NameRepairs.remedy(pod, context, write))
                : new Violation(
                        SelectedNetworks.placeOfName(item, pod),
                        "the interface name %s belongs to a network that the cluster adds to every pod"
                                .formatted(Quoted.of(decision.name())),
                        write);
    }

    private static Violation note(NameDecision decision, List<NameDecision> all, Pod pod) {
        return new Violation(
                SelectedNetworks.placeOfName(decision.selection(), pod),
                "the interface of network %s is named %s: by its place it would get %s, which item %d asks for"
                        .formatted(
                                Quoted.of(decision.selection().name()),
                                decision.replacement(),
                                decision.name(),
                                holder(decision, all)),
                "");
    }

    /// The position of the element that has the name by its own wish.
    private static int holder(NameDecision clash, List<NameDecision> all) {
        return all.stream()
                .map(NameDecision::selection)
                .filter(other -> other.interfaceName().equals(clash.name()))
                .mapToInt(NetworkSelection::position)
                .findFirst()
                .orElse(0);
    }
}
