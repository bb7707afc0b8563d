package dev.multihoming.core.subject;

import org.jspecify.annotations.Nullable;

/// The two pod annotations that Multus reads (facts A1), as they stand; `null` where the key is absent.
public record NetworkAnnotations(
        @Nullable String networks, @Nullable String defaultNetwork) {
    /// Additional networks: shorthand or JSON.
    public static final String NETWORKS = "k8s.v1.cni.cncf.io/networks";

    /// Replaces the cluster's default network, and with it eth0.
    public static final String DEFAULT_NETWORK = "v1.multus-cni.io/default-network";

    /// Where Multus tells what it attached (facts A9).
    public static final String STATUS = "k8s.v1.cni.cncf.io/network-status";

    public static final NetworkAnnotations NONE = new NetworkAnnotations(null, null);
}
