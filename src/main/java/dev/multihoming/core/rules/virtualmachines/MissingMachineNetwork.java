package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.Suggestions;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.List;
import java.util.Optional;

/// Only warns: machines are declared before they start, and their networks may come after them.
/// See node-behavior.md#networks-of-a-virtual-machine.
@RuleCard(
        code = "MH302",
        name = "missing-machine-network",
        summary = "A virtual machine names a network that does not exist yet.",
        requirement = "a network must exist when the machine starts",
        why = """
                The machine's pod selects the network when the machine starts. If the network does not exist, the \
                pod is denied, and the machine stays in Scheduling.""",
        remedy = "Correct the name, or create the network before the machine starts.",
        since = "0.1.0",
        mode = Mode.WARN,
        abroad = true)
public final class MissingMachineNetwork implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        Suggestions suggestions = new Suggestions();
        return MachineNad.broughtBy(machine)
                .filter(nad -> !nad.network().isDefault())
                .filter(nad -> nad.ref().couldExist())
                .filter(nad -> context.looksAbroad() || !nad.isRefusedForeign(machine, context))
                .filter(nad -> context.cluster().network(nad.ref()) instanceof Lookup.Absent)
                .map(nad -> new Violation(
                        nad.location(),
                        "there is no network %s in namespace %s yet"
                                .formatted(
                                        Quoted.of(nad.ref().name()),
                                        Quoted.of(nad.ref().namespace())),
                        remedy(nad, machine, context, suggestions)))
                .toList();
    }

    private static String remedy(MachineNad nad, VirtualMachine machine, Context context, Suggestions suggestions) {
        boolean own = nad.ref().namespace().equals(machine.namespace());
        Optional<String> name = own
                ? suggestions.closest(nad.ref().name(), context.cluster().networkNames(machine.namespace()))
                : Optional.empty();
        return name.map(closest -> "Write %s if that is meant, or create it before the machine starts"
                        .formatted(Quoted.of(closest)))
                .orElse("Create it before the machine starts");
    }
}
