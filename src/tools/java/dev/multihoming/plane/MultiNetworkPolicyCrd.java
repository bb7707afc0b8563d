package dev.multihoming.plane;

/// MultiNetworkPolicies as custom resources, in our own definition that permits everything.
public final class MultiNetworkPolicyCrd {
    private MultiNetworkPolicyCrd() {}

    /// Returns when the API server serves them.
    public static void install(Kubectl kubectl) {
        kubectl.apply(BundledText.read("/crds/multi-network-policies.yaml"))
                .orThrow("Installing the CRD of MultiNetworkPolicies");
        Eventually.holds(
                "MultiNetworkPolicies to be served",
                () -> kubectl.run("get", "multi-networkpolicies.k8s.cni.cncf.io", "--all-namespaces")
                        .succeeded());
    }
}
