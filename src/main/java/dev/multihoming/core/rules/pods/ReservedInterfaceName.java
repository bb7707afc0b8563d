package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Names that every pod, or the kernel, has already (node-behavior.md#interface-names).
@RuleCard(
        code = "MH104",
        name = "reserved-interface-name",
        summary = "An additional network asks for the interface name eth0, lo, all or default.",
        requirement = "eth0 and lo belong to the pod itself, all and default to the kernel",
        why = """
                eth0 is the pod's interface on the cluster's default network and lo its loopback; if an additional \
                network requests one of these names, Multus removes every interface and the pod stays in \
                ContainerCreating. The kernel uses the names `all` and `default` for settings of all interfaces, \
                so no interface can have them.""",
        remedy = """
                Leave the interface name out: the network gets net1, net2 and so on by its position in the \
                annotation. Or write such a name yourself.""",
        since = "0.1.0")
public final class ReservedInterfaceName implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        return Violation.ofEach(
                InterfaceNaming.of(pod, context),
                decision -> decision.is(NameVerdict.RESERVED),
                decision -> new Violation(
                        SelectedNetworks.placeOfName(decision.selection(), pod),
                        "network %s asks for the interface name %s"
                                .formatted(Quoted.of(decision.selection().name()), Quoted.of(decision.name())),
                        "Write %s, or leave the interface name out".formatted(Quoted.of(decision.replacement()))));
    }
}
