package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.MacHandling;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;

/// See node-behavior.md#networks-of-a-virtual-machine.
@RuleCard(
        code = "MH308",
        name = "bridged-machine-on-shared-mac",
        summary = "A virtual machine is bridged to a network whose interfaces share one MAC address.",
        requirement = "a bridged machine needs a network that takes its MAC address",
        why = """
                With the binding `bridge`, the guest sends frames with its own MAC address. The interfaces of an \
                ipvlan network all have the address of their master, and frames for another address do not arrive: \
                the guest has no network.""",
        remedy = """
                Use a bridge or macvlan network, or another binding.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class BridgedMachineOnSharedMac implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        return MachineNad.broughtBy(machine)
                .filter(nad -> nad.network().isBridged()
                        && !nad.network().isAbsent()
                        && !nad.isRefusedForeign(machine, context))
                .filter(nad -> sharesMac(context.cluster().network(nad.ref())))
                .map(nad -> new Violation(
                        nad.location(),
                        "the machine is bridged to network %s, whose interfaces have the MAC address of their master"
                                .formatted(Quoted.of(nad.ref().name())),
                        "Use a bridge or macvlan network"))
                .toList();
    }

    private static boolean sharesMac(Lookup lookup) {
        return lookup instanceof Lookup.Found(NadSummary nad)
                && nad.abilities().mac() == MacHandling.Request.IMPOSSIBLE;
    }
}
