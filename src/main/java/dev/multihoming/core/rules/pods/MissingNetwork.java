package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.Rule;
import dev.multihoming.core.review.RuleCard;
import dev.multihoming.core.review.Violation;
import dev.multihoming.core.rules.Suggestions;
import dev.multihoming.core.subject.Pod;
import java.util.List;

/// Suggestions come from the pod's own namespace only: what exists elsewhere must not be told here.
/// See node-behavior.md#namespace-isolation.
@RuleCard(
        code = "MH107",
        name = "missing-network",
        summary = "A pod selects a network that does not exist.",
        requirement = "a network must exist before a pod selects it",
        why = """
                Multus looks up a network when the pod starts. If the NetworkAttachmentDefinition does not exist, \
                usually because its name is misspelt or it is in another namespace, the pod stays in \
                ContainerCreating. A name without a namespace is looked up in the pod's own namespace, not in \
                `default`. Controllers such as Deployments try again, so the order in which a network and its pods \
                are applied does not matter.""",
        remedy = """
                Correct the name; `kubectl get network-attachment-definitions` lists the networks of a namespace. Or create the \
                network first.""",
        since = "0.1.0",
        abroad = true)
public final class MissingNetwork implements Rule<Pod> {
    @Override
    public List<Violation> find(Pod pod, Context context) {
        if (JoinedSelection.areAllFound(pod, context)) {
            return List.of();
        }
        Suggestions suggestions = new Suggestions();
        return Violation.ofEach(
                SelectedNetworks.judged(pod, context),
                item -> isAbsent(item, pod, context),
                item -> observe(item, pod, context, suggestions));
    }

    private static boolean isAbsent(NetworkSelection item, Pod pod, Context context) {
        return SelectedNetworks.lookup(item, pod, context)
                .filter(Lookup.Absent.class::isInstance)
                .isPresent();
    }

    private static Violation observe(NetworkSelection item, Pod pod, Context context, Suggestions suggestions) {
        String namespace = item.refFrom(pod.namespace()).namespace();
        return new Violation(
                SelectedNetworks.placeOf(item, pod),
                "there is no network %s in namespace %s".formatted(Quoted.of(item.name()), Quoted.of(namespace)),
                SelectedNetworks.isForeign(item, pod)
                        ? "Ask the platform team for it"
                        : remedy(item.name(), namespace, context, suggestions));
    }

    private static String remedy(String name, String namespace, Context context, Suggestions suggestions) {
        return suggestions
                .closest(name, context.cluster().networkNames(namespace))
                .map(closest -> "Select one that exists there (the closest name is %s), or create it first"
                        .formatted(Quoted.of(closest)))
                .orElse("Create it first, or ask the platform team for it");
    }
}
