package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.VrfUse;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Names are final once repairs are done, so this looks only then. See node-behavior.md#sbr-and-vrf.
@RuleCard(
        code = "MH138",
        name = "vrf-name-taken",
        summary = "A network puts its interface into a VRF that has the name of an interface of the pod.",
        requirement = "the VRFs and the interfaces of a pod have different names",
        why = """
                A VRF is a link of the pod, as its interfaces are. If an interface has the name already, the plugin \
                vrf ends with "Netlink net1 is not a VRF". If the interface comes later, its name is taken. The \
                pod stays in ContainerCreating.""",
        remedy = "Give the VRF another name in the network, such as \"blue\".",
        since = "0.1.0")
public final class VrfNameTaken implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (context.phase() == Phase.MUTATE || pod.operation() == Operation.UPDATE) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        Map<String, Integer> interfaces = Map.of();
        for (JoinedSelection selection : JoinedSelection.all(pod, context)) {
            for (VrfUse vrf : selection.abilities().vrfs()) {
                interfaces = interfaces.isEmpty() ? PodLinks.positions(pod, context) : interfaces;
                Integer position = interfaces.get(vrf.name());
                if (position != null) {
                    violations.add(new Violation(
                            selection.location(pod),
                            "%s puts its interface into the VRF %s, which is the name of %s"
                                    .formatted(
                                            selection.network(),
                                            Quoted.of(vrf.name()),
                                            position == selection.item().position()
                                                    ? "that interface"
                                                    : "the interface of item " + position),
                            "Select a network whose VRF has another name, or give the interface another name"));
                }
            }
        }
        return violations;
    }
}
