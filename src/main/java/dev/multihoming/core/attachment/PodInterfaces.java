package dev.multihoming.core.attachment;

import dev.multihoming.core.multus.InterfaceName;
import dev.multihoming.core.multus.NetworkSelection;
import dev.multihoming.core.multus.NetworkSelections;
import dev.multihoming.core.multus.NetworkSelectionsReader;
import dev.multihoming.core.subject.NetworkAnnotations;
import org.jspecify.annotations.Nullable;

/// The interfaces that Multus makes of a pod's annotations (node-behavior.md#interface-names,
/// #default-network, #default-route, #hostnetwork).
public final class PodInterfaces {
    private final MultusSetup multus;
    private final NetworkConfig.Source networks;

    public PodInterfaces(MultusSetup multus, NetworkConfig.Source networks) {
        this.multus = multus;
        this.networks = networks;
    }

    /// Of a pod of that namespace.
    public InterfaceTable of(String namespace, NetworkAnnotations annotations, boolean hostNetwork) {
        Rows rows = new Rows(networks);
        if (hostNetwork) {
            rows.remark("The pod is in the network of its node (hostNetwork): it has the node's interfaces, and"
                    + " nothing is attached.");
            return rows.table();
        }
        first(rows, annotations.defaultNetwork());
        rows.clusterWide(multus.defaultNetworks());
        additional(rows, namespace, annotations.networks());
        return rows.table();
    }

    /// The default network, and what stands in its place.
    void first(Rows rows, @Nullable String annotation) {
        if (annotation == null) {
            rows.clusterDefault();
            return;
        }
        NetworkSelections read = NetworkSelectionsReader.read(annotation);
        if (read.count() != 1 || read.items().size() != 1 || !read.violations().isEmpty()) {
            rows.clusterDefault();
            rows.remark("Multus refuses the annotation %s: the pod does not start."
                    .formatted(NetworkAnnotations.DEFAULT_NETWORK));
            return;
        }
        NetworkSelection item = read.items().getFirst();
        rows.replacedDefault(
                item.namesItsInterface() ? item.interfaceName() : Rows.DEFAULT_INTERFACE,
                item.refFrom(multus.namespace()),
                AttachmentRequest.of(read, item));
    }

    /// Multus numbers by position, whatever names others have (node-behavior.md#interface-names).
    void additional(Rows rows, String namespace, @Nullable String annotation) {
        if (annotation == null || annotation.isEmpty()) {
            return;
        }
        NetworkSelections read = NetworkSelectionsReader.read(annotation);
        for (NetworkSelection item : read.items()) {
            String name = item.namesItsInterface()
                    ? item.interfaceName()
                    : InterfaceName.numbered((long) multus.defaultNetworks() + item.position());
            rows.attached(name, item.refFrom(namespace), "", AttachmentRequest.of(read, item));
        }
        if (!read.violations().isEmpty()) {
            rows.remark(
                    "Multus refuses the annotation %s: the pod does not start.".formatted(NetworkAnnotations.NETWORKS));
        }
    }
}
