package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.subject.MachineNetwork;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The NAD that a machine's network names (node-behavior.md#networks-of-a-virtual-machine).
record MachineNad(MachineNetwork network, NadRef ref, Location location) {
    /// Those that this request brings. What has no name, virt-api refuses.
    static Stream<MachineNad> broughtBy(VirtualMachine machine) {
        return machine.brought().stream()
                .filter(MachineNetwork::isMultus)
                .filter(network -> !network.networkName().isEmpty())
                .map(network -> of(network, machine));
    }

    /// Those that its pod has after its start, in the order of their attachment, as far as they are known to exist.
    static List<Attached> attachedTo(VirtualMachine machine, Context context) {
        return machine.networks().stream()
                .filter(network -> network.isMultus() && !network.isDefault() && !network.isAbsent())
                .filter(network -> !network.networkName().isEmpty())
                .map(network -> of(network, machine))
                .filter(nad -> !nad.isRefusedForeign(machine, context))
                .flatMap(nad -> nad.found(context).stream())
                .toList();
    }

    private Optional<Attached> found(Context context) {
        return context.cluster().network(ref) instanceof Lookup.Found(NadSummary found)
                ? Optional.of(new Attached(this, found))
                : Optional.empty();
    }

    /// With what is known of it.
    record Attached(MachineNad nad, NadSummary summary) {
        /// As the author of the NAD knows it.
        String name() {
            return "network " + Quoted.of(nad.ref.name());
        }

        /// As the author of the machine knows it.
        String place() {
            return "the machine's network " + Quoted.of(nad.network.name());
        }
    }

    /// Whether it is another namespace's, and may not be used from everywhere.
    boolean isRefusedForeign(VirtualMachine machine, Context context) {
        return !ref.namespace().equals(machine.namespace())
                && !context.settings().references().allow(ref);
    }

    /// KubeVirt splits at the first slash.
    private static MachineNad of(MachineNetwork network, VirtualMachine machine) {
        String name = network.networkName();
        int slash = name.indexOf('/');
        NadRef ref = slash < 0
                ? new NadRef(machine.namespace(), name)
                : new NadRef(name.substring(0, slash), name.substring(slash + 1));
        String field = "spec.networks[" + network.index() + "].multus";
        return new MachineNad(network, ref, Location.of(machine.field(field)));
    }
}
