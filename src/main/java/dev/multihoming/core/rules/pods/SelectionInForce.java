package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Location;
import dev.multihoming.core.subject.NetworkAnnotations;
import dev.multihoming.core.subject.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A network that this request selects, through either annotation: what harms a node harms it as eth0 too.
///
/// @param isDefault whether it takes the place of the cluster's default network
/// @param refused whether another rule refuses it, so that the cluster is not asked for it
record SelectionInForce(NetworkSelection item, NadRef ref, boolean isDefault, boolean refused) {
    /// Those that this request brings, or brings with another such detail.
    static List<SelectionInForce> brought(Pod pod, Context context, Function<NetworkSelection, Object> detail) {
        List<SelectionInForce> selections = new ArrayList<>(0);
        for (NetworkSelection item : SelectedNetworks.judged(pod, context, detail)) {
            selections.add(new SelectionInForce(
                    item, item.refFrom(pod.namespace()), false, SelectedNetworks.isRefusedForeign(item, pod, context)));
        }
        NetworkSelections replaced = defaultNetwork(pod);
        if (replaced != null) {
            for (NetworkSelection item : replaced.items()) {
                selections.add(new SelectionInForce(
                        item, item.refFrom(context.settings().multus().namespace()), true, true));
            }
        }
        return selections;
    }

    Location location(Pod pod) {
        return isDefault
                ? Location.annotation(NetworkAnnotations.DEFAULT_NETWORK)
                : SelectedNetworks.placeOf(item, pod);
    }

    /// Whether the cluster may be asked for it.
    boolean isVisible(Context context) {
        return !refused || context.looksAbroad();
    }

    /// What the default-network annotation says, where this request sets or changes it.
    static @Nullable NetworkSelections defaultNetwork(Pod pod) {
        String value = pod.annotations().defaultNetwork();
        return value == null || value.isEmpty() || value.equals(pod.before().defaultNetwork()) || pod.hostNetwork()
                ? null
                : NetworkSelectionsReader.read(value);
    }
}
