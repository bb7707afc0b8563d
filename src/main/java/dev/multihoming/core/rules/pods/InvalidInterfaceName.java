package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// What the kernel, libcni or Multus refuses as a name, in both forms of the annotation
/// (node-behavior.md#interface-names).
@RuleCard(
        code = "MH106",
        name = "invalid-interface-name",
        summary = "A network asks for an interface name that no interface can have.",
        requirement = "an interface name is one that Linux allows",
        why = """
                A Linux interface name has at most 15 bytes (a letter outside ASCII has two or more), is not `.` \
                or `..`, and has no white space, `/` or `:`. The kernel replaces `%d` with a number, and an \
                interface of that other name is left behind. Multus reports this only when the pod starts, and the \
                pod stays in ContainerCreating.""",
        remedy = "Leave the interface name out, or write net1, net2 and so on.",
        since = "0.1.0")
public final class InvalidInterfaceName implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return Violation.ofEach(
                InterfaceNaming.of(pod, context),
                decision -> decision.is(NameVerdict.INVALID),
                decision -> new Violation(
                        SelectedNetworks.placeOfName(decision.selection(), pod),
                        "the interface name %s %s"
                                .formatted(
                                        Quoted.of(decision.name()),
                                        InterfaceName.refusal(decision.name()).orElse("cannot be had")),
                        "Write %s, or leave the interface name out".formatted(Quoted.of(decision.replacement()))));
    }
}
