package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.MachineNetwork;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;

/// Only where the request brings a network: a lower limit must not stop a machine from being changed.
@RuleCard(
        code = "MH410",
        name = "too-many-machine-networks",
        summary = "A virtual machine has more additional networks than its pod may have.",
        requirement = "a virtual machine has a limited number of additional networks",
        why = """
                KubeVirt creates a pod for the virtual machine, which selects all of its Multus networks. If a \
                policy limits `networksPerPod`, that pod is denied when the machine starts, and the machine stays \
                in Scheduling.""",
        remedy = "Give the machine fewer networks. The platform team can raise the limit.",
        since = "0.1.0")
public final class TooManyMachineNetworks implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        int limit = context.settings().sizes().networks();
        long count = machine.networks().stream()
                .filter(TooManyMachineNetworks::isAdditional)
                .count();
        boolean brings = machine.brought().stream().anyMatch(TooManyMachineNetworks::isAdditional);
        return count <= limit || !brings
                ? List.of()
                : List.of(new Violation(
                        Location.of(machine.field("spec.networks")),
                        "%d additional networks, and at most %d are allowed".formatted(count, limit),
                        "Remove networks until %d are left".formatted(limit)));
    }

    private static boolean isAdditional(MachineNetwork network) {
        return network.isMultus() && !network.isDefault();
    }
}
