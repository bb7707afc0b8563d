package dev.multihoming.core.subject;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Annotation keys that people write in place of the two that Multus reads
/// (node-behavior.md#annotations-that-multus-reads).
///
/// A finite list: any other key may belong to another program.
public final class MisspeltAnnotationKeys {
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("k8s.v1.cni.cncf.io/network", NetworkAnnotations.NETWORKS),
            Map.entry("k8s.v1.cni.cncf.io/Networks", NetworkAnnotations.NETWORKS),
            Map.entry("k8s.v1.cni.cncf.io/netwroks", NetworkAnnotations.NETWORKS),
            Map.entry("k8s.v1.cni.cncf.io/network-attachment-definition", NetworkAnnotations.NETWORKS),
            Map.entry("k8s.v1.cni.cnf.io/networks", NetworkAnnotations.NETWORKS),
            Map.entry("k8s.v1.cni.cncf/networks", NetworkAnnotations.NETWORKS),
            Map.entry("k8s.v1.cncf.io/networks", NetworkAnnotations.NETWORKS),
            Map.entry("k8s.cni.cncf.io/networks", NetworkAnnotations.NETWORKS),
            Map.entry("v1.cni.cncf.io/networks", NetworkAnnotations.NETWORKS),
            Map.entry("k8s.v1.cni.cncf.io.networks", NetworkAnnotations.NETWORKS),
            Map.entry("v1.multus-cni.io/default-networks", NetworkAnnotations.DEFAULT_NETWORK),
            Map.entry("k8s.v1.cni.cncf.io/default-network", NetworkAnnotations.DEFAULT_NETWORK),
            Map.entry("v1.multus.cni.io/default-network", NetworkAnnotations.DEFAULT_NETWORK));

    private MisspeltAnnotationKeys() {}

    /// The key that is meant.
    public static Optional<String> meant(String key) {
        return Optional.ofNullable(MEANT.get(key));
    }

    /// All of them.
    public static Set<String> all() {
        return MEANT.keySet();
    }
}
