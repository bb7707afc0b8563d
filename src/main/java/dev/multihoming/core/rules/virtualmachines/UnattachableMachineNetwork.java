package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.attachment.MachineInterfaces;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.plugins.Addressing;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.JoinedNetworks;
import dev.multihoming.core.rules.virtualmachines.MachineNad.Attached;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// As MH133, MH134 and MH137 for pods. Only warns: machines are declared before they start, and their networks may
/// have changed by then. See node-behavior.md#objects-in-combination, #networks-of-a-virtual-machine.
@RuleCard(
        code = "MH309",
        name = "unattachable-machine-network",
        summary =
                "A virtual machine has networks that its pod cannot attach together, or one that needs what KubeVirt does not give.",
        requirement = "the pod of a virtual machine must be able to attach all of its networks",
        why = """
                KubeVirt makes a pod that selects all networks of the machine. One pod cannot have some networks \
                together (MH133), such as macvlan and ipvlan on one link. KubeVirt requests no addresses, which a network with \
                `static` and no addresses needs (MH137), and does not call interfaces `net1`, which a network with \
                `linkInContainer` may need (MH134). The machine's pod is denied or stays in ContainerCreating.""",
        remedy = "Remove the network that the message names from the machine, or name another one.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class UnattachableMachineNetwork implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        if (MachineNad.broughtBy(machine).findAny().isEmpty()) {
            return List.of();
        }
        List<Attached> all = MachineNad.attachedTo(machine, context);
        JoinedNetworks joined = new JoinedNetworks();
        List<Violation> violations = new ArrayList<>(0);
        for (Attached network : all) {
            joined.add(network.name(), network.place(), network.summary())
                    .or(() -> withoutAddress(network))
                    .or(() -> withoutLink(network, all.getFirst(), context))
                    .map(fact -> new Violation(
                            network.nad().location(),
                            fact,
                            "Remove this network and its interface from the machine, or name another one"))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    private static Optional<String> withoutAddress(Attached network) {
        Addressing addressing = network.summary().abilities().addressing();
        return addressing == null || !addressing.onlyOnRequest()
                ? Optional.empty()
                : Optional.of("%s has no address (IPAM plugin %s), and KubeVirt requests none"
                        .formatted(network.name(), Quoted.of(addressing.plugin())));
    }

    /// Other programs may make interfaces, but none with a name that Multus gives.
    private static Optional<String> withoutLink(Attached network, Attached first, Context context) {
        int offset = context.settings().multus().interfaceOffset();
        return network.summary().abilities().podLinks().stream()
                .filter(link -> InterfaceName.number(link).orElse(-1) > offset)
                .findFirst()
                .map(link -> "%s builds on the interface %s, and KubeVirt gives other names, such as %s"
                        .formatted(
                                network.name(),
                                Quoted.of(link),
                                Quoted.of(MachineInterfaces.launcherName(
                                        first.nad().network().name()))));
    }
}
