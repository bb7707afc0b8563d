package dev.multihoming.core.rules.pods;

import dev.multihoming.core.json.Quoted;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.NadSummary;
import dev.multihoming.core.review.NodeNeeds;
import dev.multihoming.core.review.NodeNeeds.Label;
import dev.multihoming.core.review.Phase;
import dev.multihoming.core.subject.Operation;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the networks of a new pod ask of its node, as far as it is known. Later requests can change neither the
/// requests of a pod nor its node.
///
/// @param devices how many of each extended resource, one for each selection
/// @param attached the resources of which a plugin attaches a device, as far as is known; to the others a device
///     that the kubelet reserves means nothing
/// @param labels in the order of the annotation
record NodeDemands(Map<String, Long> devices, Set<String> attached, List<LabelDemand> labels) {
    private static final NodeDemands NONE = new NodeDemands(Map.of(), Set.of(), List.of());

    /// A node label that one of the networks needs.
    record LabelDemand(NetworkSelection selection, Label label) {
        String network() {
            return "network " + Quoted.of(selection.name()) + " (item " + selection.position() + ")";
        }
    }

    static NodeDemands of(Pod pod, Context context) {
        if (pod.operation() != Operation.CREATE) {
            return NONE;
        }
        NodeDemands demands = null;
        for (JoinedSelection selection : JoinedSelection.all(pod, context)) {
            if (!selection.nad().needs().areNone()) {
                // Most networks run on any node, and four rules ask.
                demands = demands == null
                        ? new NodeDemands(new LinkedHashMap<>(), new HashSet<>(), new ArrayList<>())
                        : demands;
                demands.add(selection.item(), selection.nad());
            }
        }
        return demands == null ? NONE : demands;
    }

    private void add(NetworkSelection item, NadSummary nad) {
        NodeNeeds needs = nad.needs();
        boolean attaches = nad.abilities().takesDevice();
        needs.resource().ifPresent(resource -> {
            devices.merge(resource, 1L, Long::sum);
            if (attaches) {
                attached.add(resource);
            }
        });
        needs.label().ifPresent(label -> labels.add(new LabelDemand(item, label)));
    }

    /// Whether another controller will still add what is missing, so that it is no finding yet.
    static boolean areToBeAdded(Context context) {
        return context.phase() == Phase.MUTATE;
    }

    /// The end of a remedy: a repair was due. Where it is left to another injector, trying again may never help.
    static String remedy(String remedy, Context context) {
        return remedy
                + (context.settings().pods().injectNodeNeeds()
                        ? ", or try again: the repair that adds it on creation did not run"
                        : ", or ask the platform team: no injector added it, and MULTIHOMING_INJECT_NODE_NEEDS=false"
                                + " leaves it to one");
    }
}
