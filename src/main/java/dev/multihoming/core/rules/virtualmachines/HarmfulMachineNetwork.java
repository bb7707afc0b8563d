package dev.multihoming.core.rules.virtualmachines;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.plugins.NodeHarm;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.HarmWording;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// As MH606 for pods.
/// See node-behavior.md#text-that-harms-a-node.
@RuleCard(
        code = "MH607",
        name = "harmful-machine-network",
        summary = "A virtual machine names a network whose config harms the node.",
        requirement = "a machine must not attach to a network that harms its node",
        why = """
                The machine's pod attaches to the network, and the node runs its plugins, when the machine starts \
                and when it stops. New networks of this kind are denied (MH601 to MH603), but networks from before \
                the webhook was installed still exist. No mode, policy or exemption weakens this rule.""",
        remedy = "Correct or delete the network; the message names the rule that explains the error.",
        since = "0.1.0")
public final class HarmfulMachineNetwork implements Rule<VirtualMachine> {
    @Override
    public List<Violation> find(VirtualMachine machine, Context context) {
        List<Violation> violations = new ArrayList<>(0);
        for (MachineNad nad : MachineNad.broughtBy(machine).toList()) {
            NodeHarm.Kind harm = harm(nad, machine, context);
            if (harm != null) {
                violations.add(new Violation(
                        nad.location(),
                        "network %s %s".formatted(Quoted.of(nad.ref().name()), HarmWording.of(harm)),
                        "Name another network, or correct this one first"));
            }
        }
        return violations;
    }

    private static NodeHarm.@Nullable Kind harm(MachineNad nad, VirtualMachine machine, Context context) {
        if (nad.isRefusedForeign(machine, context) && !context.looksAbroad()) {
            return null;
        }
        return context.cluster().network(nad.ref()) instanceof Lookup.Found(var found) ? found.harm() : null;
    }
}
