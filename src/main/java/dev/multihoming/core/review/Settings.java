package dev.multihoming.core.review;

import dev.multihoming.core.multus.NadRef;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rules and fixers need of a policy or of the installation.
///
/// @param interfaceOffset how many cluster-wide `defaultNetworks` Multus attaches before the pod's own:
///     positions start at `interfaceOffset + 1`, and `net1`…`net<interfaceOffset>` belong to the cluster
///     (facts A5)
/// @param multusNamespace where Multus looks up a default network without namespace (facts A6)
/// @param maxNetworks the most elements one annotation may have
/// @param maxConfigBytes the longest `spec.config`, in bytes of UTF-8
/// @param maxPlugins the longest chain in one; real ones have two or three plugins, and each costs every pod of the
///     network a process on its node
/// @param allowedForeignReferences what may be referenced from any namespace: `namespace` or `namespace/name`
/// @param interfaceNamingExemptUsers requesters who name interfaces by their own scheme (KubeVirt's
///     controller, facts D3)
/// @param networkOwners requesters who own the NADs they write and would write them back (SR-IOV,
///     OVN-Kubernetes, CNO)
/// @param nestedPluginTypes plugin types that would run Multus again without these rules
/// @param injectNodeNeeds whether a new pod gets the requests and the node selector that its networks ask for; not
///     where another injector does it
/// @param enforceTemplates whether a workload is denied where its pods would be; else it is only told
/// @param ovnDefaultNamespace where OVN-Kubernetes keeps the NAD `default`, which a default-network annotation may name
///     for the addresses of a machine on a primary user-defined network (facts D5); empty for nowhere
/// @param machineBindingReferences what KubeVirt's controller may select from any namespace: the NADs of its network
///     bindings (facts D3), `namespace/name`
/// @param interfaceNaming what becomes of interface names
/// @param networkDefaults what networks get where their author says nothing
/// @param networkLimits what networks may be described
/// @param clusterRanges the addresses of pods, services and nodes, with prefix lengths; empty where nobody said
public record Settings(
        int interfaceOffset,
        String multusNamespace,
        int maxNetworks,
        int maxConfigBytes,
        int maxPlugins,
        Set<String> allowedForeignReferences,
        Set<String> interfaceNamingExemptUsers,
        Set<String> networkOwners,
        Set<String> nestedPluginTypes,
        boolean injectNodeNeeds,
        boolean enforceTemplates,
        String ovnDefaultNamespace,
        Set<String> machineBindingReferences,
        NamingMode interfaceNaming,
        NetworkDefaults networkDefaults,
        NetworkLimits networkLimits,
        Set<String> clusterRanges) {
    public Settings {
        allowedForeignReferences = Set.copyOf(allowedForeignReferences);
        interfaceNamingExemptUsers = Set.copyOf(interfaceNamingExemptUsers);
        networkOwners = Set.copyOf(networkOwners);
        nestedPluginTypes = Set.copyOf(nestedPluginTypes);
        machineBindingReferences = Set.copyOf(machineBindingReferences);
        clusterRanges = Set.copyOf(clusterRanges);
    }

    /// The same where a policy says nothing, which is `null`.
    public Settings under(
            @Nullable Integer networksPerPod,
            @Nullable Set<String> foreignReferences,
            @Nullable NamingMode naming,
            NetworkDefaults defaults,
            @Nullable NetworkLimits limits,
            @Nullable Boolean templates) {
        return new Settings(
                interfaceOffset,
                multusNamespace,
                networksPerPod == null ? maxNetworks : networksPerPod,
                maxConfigBytes,
                maxPlugins,
                foreignReferences == null ? allowedForeignReferences : foreignReferences,
                interfaceNamingExemptUsers,
                networkOwners,
                nestedPluginTypes,
                injectNodeNeeds,
                templates == null ? enforceTemplates : templates,
                ovnDefaultNamespace,
                machineBindingReferences,
                naming == null ? interfaceNaming : naming,
                defaults,
                limits == null ? networkLimits : limits,
                clusterRanges);
    }

    /// The same with the limits that nobody can lift: what lies beyond these is not judged, and so not admitted
    /// ([NotJudged]). Nobody has as much; rules must come to an end.
    public Settings beyondLimits() {
        return new Settings(
                interfaceOffset,
                multusNamespace,
                Math.max(maxNetworks, 1_000),
                Math.max(maxConfigBytes, 256 * 1024),
                Math.max(maxPlugins, 256),
                allowedForeignReferences,
                interfaceNamingExemptUsers,
                networkOwners,
                nestedPluginTypes,
                injectNodeNeeds,
                enforceTemplates,
                ovnDefaultNamespace,
                machineBindingReferences,
                interfaceNaming,
                networkDefaults,
                networkLimits,
                clusterRanges);
    }

    /// Whether that NAD may be used from any namespace.
    public boolean allowsForeign(NadRef ref) {
        return allowedForeignReferences.contains(ref.namespace()) || allowedForeignReferences.contains(ref.toString());
    }

    /// The built-in values, before any configuration.
    public static final Settings DEFAULTS = new Settings(
            0,
            "kube-system",
            64,
            64 * 1024,
            64,
            Set.of("default/istio-cni"),
            Set.of(
                    "system:serviceaccount:kubevirt:kubevirt-controller",
                    "system:serviceaccount:openshift-cnv:kubevirt-controller"),
            Set.of(
                    "system:serviceaccount:openshift-sriov-network-operator:sriov-network-operator",
                    "system:serviceaccount:sriov-network-operator:sriov-network-operator",
                    "system:serviceaccount:openshift-ovn-kubernetes:ovn-kubernetes-control-plane",
                    "system:serviceaccount:ovn-kubernetes:ovnkube-cluster-manager",
                    "system:serviceaccount:openshift-network-operator:cluster-network-operator"),
            Set.of("multus", "multus-shim"),
            true,
            false,
            "",
            Set.of("default/primary-udn-kubevirt-binding"),
            NamingMode.NORMALIZE,
            NetworkDefaults.BUILT_IN,
            NetworkLimits.NONE,
            Set.of());
}
