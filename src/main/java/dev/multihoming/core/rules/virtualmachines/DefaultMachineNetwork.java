package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.MachineNetwork;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;

/// See node-behavior.md#networks-of-a-virtual-machine: KubeVirt makes the annotation
/// `v1.multus-cni.io/default-network` of it.
@RuleCard(
        code = "MH303",
        name = "default-machine-network",
        summary = "A virtual machine replaces the default network of its pod.",
        requirement = "every pod keeps eth0 on the cluster's default network",
        why = """
                `multus.default: true` puts the pod's eth0 on that network instead of the cluster's. The cluster's \
                network policies no longer apply to the pod, and a name without a namespace is looked up in \
                Multus' own namespace, not in the machine's.""",
        remedy =
                "Remove `default: true`: the network becomes an additional one, beside a `pod` network and its interface.",
        since = "0.1.0")
public final class DefaultMachineNetwork implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        return machine.brought().stream()
                .filter(network -> network.isMultus() && network.isDefault())
                .map(
                        network -> new Violation(
                                Location.of(machine.field(field(network))),
                                "the network %s is to be the default network of the machine's pod"
                                        .formatted(Quoted.of(network.networkName())),
                                "Remove \"default: true\", and add a network with \"pod: {}\" and an interface of the same name"))
                .toList();
    }

    private static String field(MachineNetwork network) {
        return "spec.networks[" + network.index() + "].multus.default";
    }
}
