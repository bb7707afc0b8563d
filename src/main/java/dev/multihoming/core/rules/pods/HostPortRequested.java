package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.PortMapping;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;

/// Seen with portmap 1.10.0 and multus 4.3.0, nftables and iptables alike.
/// See node-behavior.md#host-ports.
@RuleCard(
        code = "MH125",
        name = "host-port-requested",
        summary = "A pod requests a port of its node through a network.",
        requirement = "ports of the node are given by the platform team",
        why = """
                `portMappings` in the annotation forward a port of the node to the pod, as `hostPort` does. Pod \
                Security checks `hostPort` only, and does not see them. Any port can be requested, also those of \
                the kubelet and SSH. Because Multus does not store the request, the port still forwards to the \
                pod's address after the pod is deleted.""",
        remedy = """
                Use a Service. If you need ports of the node, the platform team can permit them in the policy \
                (`limits.hostPorts`).""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class HostPortRequested implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (!SelectedNetworks.ask(pod, context, Ask.PORT_MAPPINGS)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (NetworkSelection item : SelectedNetworks.judged(pod, context, PortMappings::of)) {
            for (PortMapping mapping : item.portMappings()) {
                if (mapping.hostPort().isPresent()
                        && !context.settings()
                                .networks()
                                .limits()
                                .permitsHostPort(mapping.hostPort().getAsLong())) {
                    violations.add(new Violation(
                            SelectedNetworks.placeOf(item, pod),
                            "\"portMappings\" asks for the port %d of the node"
                                    .formatted(mapping.hostPort().getAsLong()),
                            "Remove it and use a Service, or ask the platform team to permit the port"));
                }
            }
        }
        return violations;
    }
}
