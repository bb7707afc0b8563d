package dev.multihoming.rules.pods;

import dev.multihoming.multus.NetworkSelection;
import dev.multihoming.multus.NetworkSelections;
import dev.multihoming.review.Place;
import dev.multihoming.subject.NetworkAnnotations;
import dev.multihoming.subject.Pod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which elements of the networks annotation a rule looks at.
final class SelectedNetworks {
    private SelectedNetworks() {}

    /// The elements that this request brings: all on CREATE and for a Binding, on UPDATE those not in the
    /// stored
    /// value.
    static List<NetworkSelection> judged(Pod pod) {
        NetworkSelections now = pod.networks();
        if (now == null || pod.hostNetwork()) {
            return List.of();
        }
        NetworkSelections before = pod.networksBefore();
        if (before == null) {
            return now.items();
        }
        Set<Attachment> known = new HashSet<>();
        before.items().forEach(item -> known.add(Attachment.of(item, pod)));
        return now.items().stream()
                .filter(item -> !known.contains(Attachment.of(item, pod)))
                .toList();
    }

    static Place placeOf(NetworkSelection selection) {
        return Place.annotation(
                NetworkAnnotations.NETWORKS,
                "item %d, character %d"
                        .formatted(selection.position(), selection.span().start() + 1));
    }

    /// What makes an element the same attachment before and after, wherever it stands in the list and however
    /// it is
    /// written.
    private record Attachment(String namespace, String name, String interfaceName) {
        static Attachment of(NetworkSelection item, Pod pod) {
            return new Attachment(item.refFrom(pod.namespace()).namespace(), item.name(), item.interfaceName());
        }
    }
}
