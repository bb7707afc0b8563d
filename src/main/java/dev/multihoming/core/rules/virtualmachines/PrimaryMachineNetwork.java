package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;

/// See node-behavior.md#ovn-kubernetes-primary-networks. Only warns: machines are declared before they start,
/// and the network may be another one by then.
@RuleCard(
        code = "MH305",
        name = "primary-machine-network",
        summary = "A virtual machine names a primary network of OVN-Kubernetes as an additional one.",
        requirement = "a machine has the primary network of its namespace as its pod network",
        why = """
                A primary user-defined network replaces the cluster's network for all pods of its namespaces, also \
                those of virtual machines. OVN-Kubernetes rejects one that a pod selects: the machine's pod is \
                denied (MH122), and the machine does not start.""",
        remedy = """
                Remove the network and its interface from the machine: its network with `pod: {}` is on the primary network. For an \
                additional interface make a network with the role `secondary`.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class PrimaryMachineNetwork implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        return MachineNad.broughtBy(machine)
                .filter(nad -> !nad.network().isDefault())
                .filter(nad -> !nad.isRefusedForeign(machine, context))
                .filter(nad ->
                        context.cluster().network(nad.ref()) instanceof Lookup.Found(var found) && found.isPrimary())
                .map(nad -> new Violation(
                        nad.location(),
                        fact(nad, machine),
                        "Remove this item, and its interface: the network with \"pod: {}\" is the primary one"))
                .toList();
    }

    private static String fact(MachineNad nad, VirtualMachine machine) {
        String primary = "%s is a primary network of OVN-Kubernetes"
                .formatted(Quoted.of(nad.ref().name()));
        return nad.ref().namespace().equals(machine.namespace())
                ? primary + ", and the machine's pod has it already, as ovn-udn1"
                : primary + ", which no pod can select";
    }
}
