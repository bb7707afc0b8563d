package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.NetworkAbilities;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// As MH403 for workloads. A policy may deny: two machines of one address are an outage, and nothing on the node fails.
/// See node-behavior.md#objects-in-combination.
@RuleCard(
        code = "MH310",
        name = "shared-machine-address",
        summary = "A pool or replica set makes several virtual machines with the same fixed IP or MAC address.",
        requirement = "a fixed address is for one machine at a time",
        why = """
                Each machine of a template gets the same `macAddress`, and the same addresses from a network whose config fixes \
                them (IPAM plugin static, or a `mac`). They are then on the network several times. Nothing fails on the node, and peers reach one \
                machine or the other.""",
        remedy = "Remove `macAddress`, and use a network with a pool of addresses, such as one with whereabouts.",
        since = "0.1.0",
        mode = Mode.WARN)
public final class SharedMachineAddress implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        long copies = machine.copies().written().orElse(1);
        return copies < 2
                ? List.of()
                : MachineNad.broughtBy(machine)
                        .filter(nad ->
                                !nad.network().isDefault() && !nad.network().isAbsent())
                        .flatMap(nad -> fixed(nad, machine, context).stream()
                                .map(words -> new Violation(
                                        nad.location(),
                                        "%s, and the %s makes %d machines: they have the same address (a duplicate)"
                                                .formatted(words, machine.kind(), copies),
                                        "Fix no address here, and use a network with a pool of them")))
                        .toList();
    }

    /// What fixes an address, for all machines alike.
    private static Optional<String> fixed(MachineNad nad, VirtualMachine machine, Context context) {
        if (!nad.network().mac().isEmpty()) {
            return Optional.of("\"macAddress\" of %s is %s"
                    .formatted(
                            Quoted.of(nad.network().name()),
                            Quoted.of(nad.network().mac())));
        }
        return nad.isRefusedForeign(machine, context) ? Optional.empty() : ofNetwork(nad, context);
    }

    private static Optional<String> ofNetwork(MachineNad nad, Context context) {
        if (!(context.cluster().network(nad.ref()) instanceof Lookup.Found(NadSummary network))) {
            return Optional.empty();
        }
        NetworkAbilities abilities = network.abilities();
        String name = Quoted.of(nad.ref().name());
        if (!abilities.fixedMac().isEmpty()) {
            return Optional.of("network %s gives each machine the MAC address %s"
                    .formatted(name, Quoted.of(abilities.fixedMac())));
        }
        return Optional.ofNullable(abilities.addressing())
                .filter(addressing -> !addressing.fixed().isEmpty())
                .map(addressing -> "network %s gives each machine %s"
                        .formatted(
                                name,
                                addressing.fixed().stream()
                                        .map(own -> own.address().toString())
                                        .collect(Collectors.joining(", "))));
    }
}
