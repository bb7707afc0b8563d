package dev.multihoming.core.rules.policies;

import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Mode;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.PolicyChange;
import dev.multihoming.core.subject.PolicyChange.Topic;
import java.util.List;

@RuleCard(
        code = "MH509",
        name = "partial-exemption",
        summary = "An exemption names a virtual machine or a workload, but not what is created for it.",
        requirement = "an exemption for a virtual machine or a workload should also name what is made of it",
        why = """
                KubeVirt creates a VirtualMachineInstance and a `virt-launcher` pod for a virtual machine. An \
                exemption covers only the objects that it names: the machine is admitted, but its instance or its \
                pod is denied when it starts. Likewise, the rules about pods also judge the templates of workloads, and the \
                name of a Deployment exempts none of its pods.""",
        remedy = """
                Name all three under `objects`: the VirtualMachine, the VirtualMachineInstance of the same name, and pods with the \
                prefix `virt-launcher-<name>-`. For a workload, name its pods: `{kind: Pod, namePrefix: <name>-}`.""",
        since = "0.1.0",
        mode = Mode.WARN)
public final class PartialExemption implements Rule<PolicyChange> {
    @Override
    public List<Violation> find(PolicyChange change, Context context) {
        return Stated.about(change, Topic.PARTIAL);
    }
}
