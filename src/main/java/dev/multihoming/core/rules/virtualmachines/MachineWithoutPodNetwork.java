package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.MachineNetwork;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;

/// Legal: the machine's pod still has eth0. A machine without any network gets a pod network from KubeVirt.
/// See node-behavior.md#what-virt-api-checks.
@RuleCard(
        code = "MH304",
        name = "machine-without-pod-network",
        summary = "A virtual machine has additional networks only.",
        requirement = "a machine without a pod network is not on the cluster's network",
        why = """
                The guest has only the networks that are listed. Without one of type `pod`, no Service reaches it, \
                and no network policy applies to it. Many machines are configured this way on purpose; if it is a \
                mistake, the cause is hard to find.""",
        remedy = "Add a network with `pod: {}` and an interface for it, or ignore this warning.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class MachineWithoutPodNetwork implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        boolean concerned = machine.brought().stream().anyMatch(MachineNetwork::isMultus)
                && machine.networks().stream().noneMatch(network -> network.isPod() || network.isDefault());
        return concerned
                ? List.of(new Violation(
                        Location.of(machine.field("spec.networks")),
                        "the machine has no pod network: it is not on the cluster's network",
                        "If it should be, add a network with \"pod: {}\" and an interface of the same name"))
                : List.of();
    }
}
