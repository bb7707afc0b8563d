package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;

/// See node-behavior.md#static.
@RuleCard(
        code = "MH137",
        name = "missing-address-request",
        summary = "A pod requests no IP address on a network that does not assign any.",
        requirement = "on a network without addresses of its own, each pod must request one",
        why = """
                `static` assigns the addresses in the network or in the pod's selection. If both have none, the \
                plugin fails ("IPAM plugin returned missing IP config"), and the pod stays in ContainerCreating.""",
        remedy = "Write `ips` with a prefix length in the selection, or `addresses` in the network.",
        since = "0.1.0")
public final class MissingAddressRequest implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        List<Violation> violations = new ArrayList<>(0);
        for (JoinedSelection selection : JoinedSelection.judged(pod, context, MissingAddressRequest::requestsNone)) {
            Addressing addressing = selection.abilities().addressing();
            if (addressing != null && addressing.onlyOnRequest() && requestsNone(selection.item())) {
                violations.add(new Violation(
                        selection.location(pod),
                        "no \"ips\" is requested on %s, whose IPAM plugin %s has no address"
                                .formatted(selection.network(), Quoted.of(addressing.plugin())),
                        "Write \"ips\": [\"ADDRESS/PREFIX\"] in this selection"));
            }
        }
        return violations;
    }

    private static boolean requestsNone(NetworkSelection item) {
        return item.ips().isEmpty() && item.argsIps().isEmpty();
    }
}
