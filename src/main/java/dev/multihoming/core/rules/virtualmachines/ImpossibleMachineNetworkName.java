package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;

/// See node-behavior.md#networks-of-a-virtual-machine.
@RuleCard(
        code = "MH307",
        name = "impossible-machine-network-name",
        summary = "A virtual machine uses a name that no NetworkAttachmentDefinition can have.",
        requirement = "a networkName is a name, or a namespace and a name, as Kubernetes writes them",
        why = """
                KubeVirt takes any text as `networkName`, and splits it at the first slash. No \
                NetworkAttachmentDefinition can have a name with spaces, capital letters, underscores or a second \
                slash. The machine's pod never starts.""",
        remedy = """
                Write the name of a NetworkAttachmentDefinition: lower-case letters, digits, `-` and `.`.""",
        since = "0.1.0")
public final class ImpossibleMachineNetworkName implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        return MachineNad.broughtBy(machine)
                .filter(nad -> !nad.ref().couldExist())
                .map(nad -> new Violation(
                        nad.location(),
                        "no network can be called %s"
                                .formatted(Quoted.of(nad.network().networkName())),
                        "Write the name of a NetworkAttachmentDefinition: lower-case letters, digits, '-' and '.'"))
                .toList();
    }
}
