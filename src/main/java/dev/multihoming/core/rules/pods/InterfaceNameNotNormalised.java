package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mutation;
import dev.multihoming.core.review.Mutator;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// A legal, unique name that is not net1, net2, …: replaced on creation, refused where nothing can replace it.
/// See node-behavior.md#interface-names.
@RuleCard(
        code = "MH109",
        name = "interface-name-not-normalised",
        summary = "An additional network has an interface name other than net1, net2 and so on.",
        requirement = "additional interfaces are called net1, net2 and so on",
        why = """
                With one naming scheme, interfaces are easy to recognize in every pod: eth0 is the cluster's \
                default network, net1 the first additional one. Other names are replaced when the pod is created, \
                and the warning names both. They are kept where something else refers to them: in pods with a \
                network that builds on other interfaces of the pod, whose configuration names them (a bond, or a \
                macvlan, ipvlan or vlan with `linkInContainer` and a `master`), in pods where a network could not \
                be looked up, and in pods of controllers that name interfaces by a scheme of their own \
                ([list](../controllers.md)). A name that the pod itself uses elsewhere as a whole word (the key of \
                an annotation, `command`, `args` or the value of an `env` variable) is not replaced either: the \
                pod is denied, and the message names the place. If the cluster adds k networks to every pod, net1 \
                to net<k> count as other names. A running pod's names cannot be replaced, so a change that adds \
                another name is denied.""",
        remedy = """
                Write the name from the message, or leave the interface name out. If a creation is denied for \
                this, the mutating webhook did not run: try again.""",
        since = "0.1.0")
public final class InterfaceNameNotNormalised implements Mutator<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        boolean toCome = NameRepairs.areToCome(pod, context);
        return Violation.ofEach(
                InterfaceNaming.of(pod, context),
                decision -> decision.is(NameVerdict.REPEATED) || (decision.is(NameVerdict.RENAMED) && !toCome),
                decision ->
                        decision.is(NameVerdict.REPEATED) ? repeated(decision, pod) : observe(decision, pod, context));
    }

    @Override
    public List<Mutation> repair(Pod pod, Context context) {
        return NameRepairs.of(pod, context, NameVerdict.RENAMED, decision -> note(decision, pod));
    }

    private static Violation observe(NameDecision decision, Pod pod, Context context) {
        return new Violation(
                SelectedNetworks.placeOfName(decision.selection(), pod),
                "the interface name %s of network %s is %s"
                        .formatted(
                                Quoted.of(decision.name()),
                                Quoted.of(decision.selection().name()),
                                fault(decision)),
                NameRepairs.remedy(pod, context, "Write " + Quoted.of(decision.replacement())));
    }

    /// A new name would leave the other text behind.
    private static Violation repeated(NameDecision decision, Pod pod) {
        return new Violation(
                SelectedNetworks.placeOfName(decision.selection(), pod),
                "the interface name %s of network %s is %s, and is not replaced because %s uses it"
                        .formatted(
                                Quoted.of(decision.name()),
                                Quoted.of(decision.selection().name()),
                                fault(decision),
                                pod.texts().placeOf(decision.name()).orElse("another text of the pod")),
                "Write " + Quoted.of(decision.replacement()) + " in both places");
    }

    private static Violation note(NameDecision decision, Pod pod) {
        return new Violation(
                SelectedNetworks.placeOfName(decision.selection(), pod),
                "interface %s of network %s is renamed to %s"
                        .formatted(
                                Quoted.of(decision.name()),
                                Quoted.of(decision.selection().name()),
                                decision.replacement()),
                "The name was " + fault(decision));
    }

    /// A numbered name is replaced only where the cluster has it.
    private static String fault(NameDecision decision) {
        return InterfaceName.number(decision.name()).isPresent()
                ? "that of a network which the cluster adds to every pod"
                : "not one of net1, net2 and so on";
    }
}
