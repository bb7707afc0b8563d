package dev.multihoming.core.topology;

import dev.multihoming.core.multus.NadRef;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import dev.multihoming.core.subject.NetworkAnnotations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The NADs that a pod selects with its annotations.
public final class SelectedNetworks {
    private SelectedNetworks() {}

    /// Those that the annotations name, whether they exist or not.
    ///
    /// @param namespace of the pod
    /// @param multusNamespace where Multus looks for a default network that is given without a namespace
    public static Set<NadRef> of(String namespace, NetworkAnnotations annotations, String multusNamespace) {
        Set<NadRef> selected = new LinkedHashSet<>();
        items(annotations.networks()).forEach(item -> selected.add(item.refFrom(namespace)));
        items(annotations.defaultNetwork()).forEach(item -> selected.add(item.refFrom(multusNamespace)));
        return selected;
    }

    private static List<NetworkSelection> items(@Nullable String annotation) {
        return annotation == null || annotation.isEmpty()
                ? List.of()
                : NetworkSelectionsReader.read(annotation).items();
    }
}
