package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// See node-behavior.md#objects-in-combination. Each IPAM plugin reads a request in its own way.
@RuleCard(
        code = "MH128",
        name = "impossible-address-request",
        summary = "A pod requests IP addresses that the IPAM plugin of its network rejects.",
        requirement = "the IPAM plugin of the network must accept the addresses that a pod requests",
        why = """
                Multus passes `ips` to the plugins of the network without comparing them. host-local takes one address, and only a free one of \
                its ranges. static and whereabouts need a prefix length. OVN-Kubernetes refuses a request where the network has `subnets`. \
                The plugin ends with an error, and the pod stays in ContainerCreating.""",
        remedy = """
                Write what the message says, or remove `ips`: without a request, IPAM plugins that have a pool assign a free address.""",
        since = "0.1.0")
public final class ImpossibleAddressRequest implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.ADDRESSES) && !SelectedNetworks.ask(pod, context, Ask.CNI_ARGS)) {
            return List.of();
        }
        List<JoinedSelection> all = List.of();
        for (NetworkSelection item : SelectedNetworks.items(pod, context)) {
            if (isAsking(item)) {
                all = JoinedSelection.judged(
                        pod, context, it -> List.of(AddressRequest.all(it), it.hasUnreadableArgsIps()));
                break;
            }
        }
        if (all.isEmpty()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        Set<String> taken = new HashSet<>();
        for (JoinedSelection selection : all) {
            Addressing addressing = selection.abilities().addressing();
            if (addressing != null && isAsking(selection.item())) {
                AddressRequest.of(selection, addressing, taken)
                        .map(refusal -> new Violation(selection.location(pod), refusal.fact(), refusal.remedy()))
                        .ifPresent(violations::add);
            }
        }
        return violations;
    }

    private static boolean isAsking(NetworkSelection item) {
        return !item.ips().isEmpty() || !item.argsIps().isEmpty() || item.hasUnreadableArgsIps();
    }
}
