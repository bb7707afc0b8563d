package dev.multihoming.plane;

import java.util.List;

/// The machines of KubeVirt as custom resources, in our own definitions that permit everything.
public final class KubeVirtCrds {
    private static final String RESOURCE = "/crds/kubevirt.yaml";
    private static final List<String> NAMES = List.of(
            "virtualmachines.kubevirt.io",
            "virtualmachineinstances.kubevirt.io",
            "virtualmachineinstancereplicasets.kubevirt.io",
            "virtualmachinepools.pool.kubevirt.io");

    private KubeVirtCrds() {}

    /// Returns when the API server serves them.
    public static void install(Kubectl kubectl) {
        kubectl.apply(BundledText.read(RESOURCE)).orThrow("Installing KubeVirt's CRDs");
        for (String name : NAMES) {
            Eventually.holds(
                    name + " to be served",
                    () -> kubectl.run("get", name, "--all-namespaces").succeeded());
        }
    }
}
