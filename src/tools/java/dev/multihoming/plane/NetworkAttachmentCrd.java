package dev.multihoming.plane;

/// The NetworkAttachmentDefinition as a custom resource, in our own definition that permits everything.
public final class NetworkAttachmentCrd {
    private static final String RESOURCE = "/crds/network-attachment-definitions.yaml";
    private static final String NAME = "network-attachment-definitions.k8s.cni.cncf.io";

    private NetworkAttachmentCrd() {}

    /// Returns when the API server serves it.
    public static void install(Kubectl kubectl) {
        kubectl.apply(BundledText.read(RESOURCE)).orThrow("Installing " + NAME);
        // Not `kubectl wait`: it fails on a CRD that is too new to have any condition.
        Eventually.holds(
                NAME + " to be served",
                () -> kubectl.run("get", NAME, "--all-namespaces").succeeded());
    }
}
