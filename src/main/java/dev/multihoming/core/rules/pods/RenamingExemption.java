package dev.multihoming.core.rules.pods;

import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.review.Context;
import dev.multihoming.core.review.Lookup;
import dev.multihoming.core.review.NamingMode;
import dev.multihoming.core.subject.Pod;
import java.util.Optional;

/// Whether the names of a pod's interfaces must stay as they are.
///
/// They do where something outside the annotation repeats them: the configuration of a network that builds on
/// other interfaces of the pod (node-behavior.md#macvlan, #ipvlan, #vlan, #bond), or another controller
/// ([InterfaceNamer]), and where the policy says so. A network that could not be looked up
/// might be one that repeats them.
final class RenamingExemption {
    private final Pod pod;
    private final Context context;
    private Optional<Boolean> answer = Optional.empty();

    RenamingExemption(Pod pod, Context context) {
        this.pod = pod;
        this.context = context;
    }

    /// Asked only where a name would be replaced, because it looks up every network of the pod.
    boolean applies() {
        boolean applies = answer.orElseGet(() -> isPreserved() || isNamedByRequester() || mayBeRepeated());
        answer = Optional.of(applies);
        return applies;
    }

    private boolean isPreserved() {
        return context.settings().pods().interfaceNaming() == NamingMode.PRESERVE;
    }

    private boolean isNamedByRequester() {
        return context.namesInterfaces() || InterfaceNamer.isOneOf(context.requester());
    }

    private boolean mayBeRepeated() {
        return SelectedNetworks.items(pod, context).stream().anyMatch(this::mayNamePodLinks);
    }

    private boolean mayNamePodLinks(NetworkSelection item) {
        return SelectedNetworks.lookup(item, pod, context)
                .map(lookup -> switch (lookup) {
                    case Lookup.Found(var nad) -> nad.namesPodLinks();
                    case Lookup.Absent() -> false;
                    case Lookup.Unknown(String _) -> true;
                })
                // A network of another namespace that must not be asked for.
                .orElse(true);
    }
}
