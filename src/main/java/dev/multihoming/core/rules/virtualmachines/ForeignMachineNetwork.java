package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;

/// See node-behavior.md#networks-of-a-virtual-machine: KubeVirt itself does not look.
@RuleCard(
        code = "MH301",
        name = "foreign-machine-network",
        summary = "A virtual machine names a network of another namespace.",
        requirement = "a machine may use only networks of its own namespace",
        why = """
                KubeVirt passes `namespace/name` to Multus unchanged. The machine would be attached to another \
                tenant's network. Its pod is denied, and the machine stays in Scheduling.""",
        remedy =
                "Use a network of the machine's own namespace. The platform team can create a shared network there, or allow one.",
        since = "0.1.0",
        hides = true)
public final class ForeignMachineNetwork implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        return MachineNad.broughtBy(machine)
                .filter(nad -> nad.isRefusedForeign(machine, context))
                .map(nad -> new Violation(
                        nad.location(),
                        "the networkName %s is of namespace %s, and the machine is in namespace %s"
                                .formatted(
                                        Quoted.of(nad.network().networkName()),
                                        Quoted.of(nad.ref().namespace()),
                                        Quoted.of(machine.namespace())),
                        "Name a network of namespace " + Quoted.of(machine.namespace())
                                + ", or ask the platform team to provide this one there"))
                .toList();
    }
}
