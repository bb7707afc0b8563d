package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.LinkMac;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;

/// See node-behavior.md#networks-of-a-virtual-machine.
@RuleCard(
        code = "MH306",
        name = "impossible-machine-mac",
        summary = "A virtual machine has a MAC address that no interface can have.",
        requirement = "the interface of a machine has a unicast MAC address of six bytes",
        why = """
                KubeVirt only checks the format of `macAddress`, and writes it into the annotation of the \
                machine's pod. Linux rejects a multicast address (the first byte is odd), an address of zeros, and \
                an address of another length. The pod never starts, and KubeVirt creates it again and again.""",
        remedy = """
                Write a unicast address of six bytes: the first byte even, such as `02:00:00:00:00:01`. Or leave `macAddress` out.""",
        since = "0.1.0")
public final class ImpossibleMachineMac implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        return MachineNad.broughtBy(machine)
                .filter(nad -> !nad.network().mac().isEmpty())
                .flatMap(
                        nad -> LinkMac.refusal(nad.network().mac()).stream()
                                .map(
                                        refusal -> new Violation(
                                                Location.of(machine.field("spec.domain.devices.interfaces")),
                                                "\"macAddress\" of %s is %s, which %s"
                                                        .formatted(
                                                                Quoted.of(nad.network()
                                                                        .name()),
                                                                Quoted.of(nad.network()
                                                                        .mac()),
                                                                refusal),
                                                "Write a unicast address of six bytes, such as \"02:00:00:00:00:01\", whose first byte is even")))
                .toList();
    }
}
