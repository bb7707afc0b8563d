package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.GoFields;
import dev.multihoming.core.json.JsonObject;
import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.HarmWording;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The network may have been there before the webhook, or in a namespace that it is not asked about.
/// See node-behavior.md#text-that-harms-a-node.
@RuleCard(
        code = "MH606",
        name = "harmful-network-selected",
        summary = "A pod selects a network whose config harms the node.",
        requirement = "a pod must not attach to a network that harms its node",
        why = """
                New networks of this kind are denied (MH601 to MH603), but networks from before the webhook was \
                installed still exist. The node runs its plugins when a pod attaches to it, and again when the pod \
                is deleted. So the pod is denied, and also a template or a virtual machine whose pods would \
                attach. No mode, policy or exemption weakens this rule.""",
        remedy = """
                Correct or delete the network; the message names the rule that explains the error. A running pod \
                is not touched. Correct the network before you delete the pod, because the node then runs the \
                plugins again.""",
        since = "0.1.0")
public final class HarmfulNetworkSelected implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (pod.annotations().defaultNetwork() == null && !isAnyHarmful(pod, context)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(0);
        for (SelectionInForce selection : SelectionInForce.brought(pod, context, item -> hasSysctl(item.cniArgs()))) {
            if (selection.isVisible(context)
                    && context.cluster().network(selection.ref()) instanceof Lookup.Found(NadSummary nad)) {
                harm(selection, nad)
                        .map(harm -> new Violation(
                                selection.location(pod),
                                "network %s %s"
                                        .formatted(Quoted.of(selection.ref().name()), harm),
                                "Select another network, or correct this one first"))
                        .ifPresent(violations::add);
            }
        }
        return violations;
    }

    /// Hardly ever.
    private static boolean isAnyHarmful(Pod pod, Context context) {
        for (JoinedSelection selection : JoinedSelection.judged(pod, context, item -> hasSysctl(item.cniArgs()))) {
            if (selection.nad().harm() != null || selection.nad().panicsOnSysctlInArgs()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> harm(SelectionInForce selection, NadSummary nad) {
        if (nad.harm() != null) {
            return Optional.of(HarmWording.of(nad.harm()));
        }
        return nad.panicsOnSysctlInArgs() && hasSysctl(selection.item().cniArgs())
                ? Optional.of("has a tuning plugin without \"sysctl\", which panics on the \"sysctl\" in \"cni-args\"")
                : Optional.empty();
    }

    private static boolean hasSysctl(@Nullable JsonObject cniArgs) {
        return cniArgs != null
                && GoFields.object(cniArgs, "sysctl")
                        .filter(sysctl -> !sysctl.members().isEmpty())
                        .isPresent();
    }
}
