package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// The key alone decides: but for [OvnDefaultNetwork], no value of it leaves eth0 where it was, an empty one
/// leaves the pod without any network (node-behavior.md#default-network). Removing the key gives eth0 back
/// and is admitted.
@RuleCard(
        code = "MH103",
        name = "default-network-replaced",
        summary = "A pod replaces the cluster's default network.",
        requirement = "eth0 stays on the cluster's default network",
        why = """
                The annotation `v1.multus-cni.io/default-network` disconnects eth0 from the cluster's default \
                network: services, DNS, probes and network policies stop working for the pod. Multus does not \
                apply its namespace isolation to this key, so eth0 could be on a network of any other namespace. \
                With an empty value, the pod never starts.""",
        remedy = """
                Remove the annotation. Select additional networks with `k8s.v1.cni.cncf.io/networks`; they become \
                net1, net2 and so on.""",
        since = "0.1.0",
        hides = true)
public final class DefaultNetworkReplaced implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        String value = pod.annotations().defaultNetwork();
        if (value == null
                || value.equals(pod.before().defaultNetwork())
                || pod.hostNetwork()
                || OvnDefaultNetwork.isNamedBy(
                        value, context.settings().references().ovnDefaultNamespace())) {
            return List.of();
        }
        String fact = value.isEmpty()
                ? "the key is there with an empty value, on which the pod never starts"
                : "%s would take the place of the cluster's default network on eth0".formatted(Quoted.of(value));
        return List.of(new Violation(
                Location.annotation(NetworkAnnotations.DEFAULT_NETWORK),
                fact,
                "Remove this annotation, and select additional networks with " + NetworkAnnotations.NETWORKS));
    }
}
