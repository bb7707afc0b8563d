package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.Ask;
import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.Span;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Which elements of the networks annotation a rule looks at.
final class SelectedNetworks {
    static final Location ANNOTATION = Location.annotation(NetworkAnnotations.NETWORKS);

    private SelectedNetworks() {}

    /// The annotation that this request brings, where its elements are judged: not that of a pod in the node's
    /// network namespace, and not one with too many elements.
    static Optional<NetworkSelections> whole(Pod pod, Context context) {
        NetworkSelections networks = pod.networks();
        return networks == null || !areJudged(networks, pod, context) ? Optional.empty() : Optional.of(networks);
    }

    /// All its elements that can be read.
    static List<NetworkSelection> items(Pod pod, Context context) {
        NetworkSelections networks = pod.networks();
        return networks == null || !areJudged(networks, pod, context) ? List.of() : networks.items();
    }

    /// Whether one of them asks for that: most rules about a key look at nothing else before.
    static boolean ask(Pod pod, Context context, Ask ask) {
        NetworkSelections networks = pod.networks();
        return networks != null && networks.asks().contains(ask) && areJudged(networks, pod, context);
    }

    /// Whether the elements of that annotation are looked at.
    static boolean areJudged(NetworkSelections networks, Pod pod, Context context) {
        return !pod.hostNetwork()
                && networks.count() <= context.settings().sizes().networks();
    }

    /// The elements that this request brings: all on CREATE and for a Binding, on UPDATE those not in the
    /// stored value. An element of the stored value stands for one of the new one.
    static List<NetworkSelection> judged(Pod pod, Context context) {
        return judged(pod, context, _ -> "");
    }

    /// As above, for a rule that looks at more of an element than what it attaches: one that is in the stored value
    /// with another such detail is new.
    static List<NetworkSelection> judged(Pod pod, Context context, Function<NetworkSelection, Object> detail) {
        List<Attachment> known = known(pod, detail);
        if (known.isEmpty()) {
            return items(pod, context);
        }
        List<NetworkSelection> brought = new ArrayList<>();
        for (NetworkSelection item : items(pod, context)) {
            if (!known.remove(Attachment.of(item, pod, detail))) {
                brought.add(item);
            }
        }
        return brought;
    }

    /// Whether the element selects a network of another namespace that may not be used from there.
    static boolean isRefusedForeign(NetworkSelection selection, Pod pod, Context context) {
        if (!isForeign(selection, pod)) {
            return false;
        }
        NadRef ref = selection.refFrom(pod.namespace());
        return !context.settings().references().allow(ref) && !isBinding(ref, context);
    }

    /// KubeVirt's controller adds the networks of its bindings, wherever they are. A KubeVirt object speaks for the
    /// controller beside it only.
    private static boolean isBinding(NadRef ref, Context context) {
        return context.namesInterfaces()
                && (context.settings().references().machineBindings().contains(ref.toString())
                        || context.cluster().facts().machineBindings().entrySet().stream()
                                .anyMatch(bindings -> bindings.getValue().contains(ref.toString())
                                        && context.requester().isAccountOf(bindings.getKey())));
    }

    static boolean isForeign(NetworkSelection selection, Pod pod) {
        return !selection.namespace().isEmpty() && !selection.namespace().equals(pod.namespace());
    }

    /// What the cluster says of that network; empty where it must not be asked for.
    static Optional<Lookup> lookup(NetworkSelection selection, Pod pod, Context context) {
        return isRefusedForeign(selection, pod, context) && !context.looksAbroad()
                ? Optional.empty()
                : Optional.of(context.cluster().network(selection.refFrom(pod.namespace())));
    }

    static Location placeOf(NetworkSelection selection, Pod pod) {
        return location(selection, pod, selection.span().start());
    }

    /// Of an element whose interface name is what matters: the same place to a person, and to a program the
    /// name's own.
    static Location placeOfName(NetworkSelection selection, Pod pod) {
        Span name = selection.interfaceSlot().span();
        return name.start() == name.end() ? placeOf(selection, pod) : location(selection, pod, name.start());
    }

    private static Location location(NetworkSelection selection, Pod pod, int offset) {
        NetworkSelections networks = pod.networks();
        String item = "item " + selection.position();
        return Location.annotation(
                NetworkAnnotations.NETWORKS,
                networks == null
                        ? item
                        : item + ", "
                                + networks.positions()
                                        .character(selection.span().start()),
                offset);
    }

    /// A stored value that Multus could not read never attached anything, and neither did an impossible name.
    private static List<Attachment> known(Pod pod, Function<NetworkSelection, Object> detail) {
        NetworkSelections before = pod.networksBefore();
        if (before == null || !before.isClear()) {
            return List.of();
        }
        List<Attachment> known = new ArrayList<>();
        for (NetworkSelection item : before.items()) {
            if (InterfaceName.refusal(item.interfaceName()).isEmpty()) {
                known.add(Attachment.of(item, pod, detail));
            }
        }
        return known;
    }

    /// What makes an element the same attachment before and after, wherever it stands in the list and however
    /// it is written.
    private record Attachment(NadRef network, String interfaceName, Object detail) {
        static Attachment of(NetworkSelection item, Pod pod, Function<NetworkSelection, Object> detail) {
            return new Attachment(item.refFrom(pod.namespace()), item.interfaceName(), detail.apply(item));
        }
    }
}
