package dev.multihoming.core.review;

import dev.multihoming.core.multus.NadRef;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What rules and fixers need of a policy or of the installation.
public record Settings(
        Multus multus, Sizes sizes, References references, Accounts accounts, Pods pods, Networks networks) {
    /// The built-in values, before any configuration.
    public static final Settings DEFAULTS = new Settings(
            Multus.BUILT_IN, Sizes.BUILT_IN, References.BUILT_IN, Accounts.BUILT_IN, Pods.BUILT_IN, Networks.BUILT_IN);

    /// How the cluster's Multus is set up.
    ///
    /// @param interfaceOffset how many cluster-wide `defaultNetworks` Multus attaches before the pod's own:
    ///     positions start at `interfaceOffset + 1`, and `net1`…`net<interfaceOffset>` belong to the cluster
    ///     (node-behavior.md#interface-names)
    /// @param namespace where Multus looks up a default network without namespace
    ///     (node-behavior.md#default-network)
    /// @param nestedPluginTypes plugin types that would run Multus again without these rules
    public record Multus(int interfaceOffset, String namespace, Set<String> nestedPluginTypes) {
        static final Multus BUILT_IN = new Multus(0, "kube-system", Set.of("multus", "multus-shim"));

        public Multus {
            nestedPluginTypes = Set.copyOf(nestedPluginTypes);
        }
    }

    /// How much of it rules look at.
    ///
    /// @param networks the most elements one annotation may have
    /// @param configBytes the longest `spec.config`, in bytes of UTF-8
    /// @param plugins the longest chain in one; real ones have two or three plugins, and each costs every pod of
    ///     the network a process on its node
    public record Sizes(int networks, int configBytes, int plugins) {
        static final Sizes BUILT_IN = new Sizes(64, 64 * 1024, 64);

        /// No policy can raise these: what is larger is not judged, and so not admitted ([NotJudged]). No real object
        /// is as large; rules must come to an end.
        Sizes atMost() {
            return new Sizes(Math.max(networks, 1_000), Math.max(configBytes, 256 * 1024), Math.max(plugins, 256));
        }
    }

    /// Which networks of other namespaces may be used.
    ///
    /// @param foreign what may be referenced from any namespace: `namespace` or `namespace/name`
    /// @param machineBindings what KubeVirt's controller may select from any namespace: the NADs of its network
    ///     bindings (node-behavior.md#virt-launcher-pods), `namespace/name`
    /// @param ovnDefaultNamespace where OVN-Kubernetes keeps the NAD `default`, which a default-network annotation
    ///     may name for the addresses of a machine on a primary user-defined network
    ///     (node-behavior.md#kubevirt-ipam-extensions); empty for nowhere
    public record References(Set<String> foreign, Set<String> machineBindings, String ovnDefaultNamespace) {
        static final References BUILT_IN = new References(
                Set.of("default/istio-cni"),
                Set.of("default/netbindingpasst", "default/primary-udn-kubevirt-binding"),
                "");

        public References {
            foreign = Set.copyOf(foreign);
            machineBindings = Set.copyOf(machineBindings);
        }

        /// Whether that NAD may be used from any namespace.
        public boolean allow(NadRef ref) {
            return foreign.contains(ref.namespace()) || foreign.contains(ref.toString());
        }
    }

    /// The accounts of controllers that are trusted with something.
    ///
    /// @param interfaceNaming requesters who name interfaces by their own scheme (KubeVirt's controller,
    ///     node-behavior.md#virt-launcher-pods)
    /// @param networkOwners requesters who own the NADs they write and would write them back (SR-IOV,
    ///     OVN-Kubernetes, CNO)
    public record Accounts(Set<String> interfaceNaming, Set<String> networkOwners) {
        static final Accounts BUILT_IN = new Accounts(
                Set.of(
                        "system:serviceaccount:kubevirt:kubevirt-controller",
                        "system:serviceaccount:openshift-cnv:kubevirt-controller"),
                Set.of(
                        "system:serviceaccount:openshift-sriov-network-operator:sriov-network-operator",
                        "system:serviceaccount:sriov-network-operator:sriov-network-operator",
                        "system:serviceaccount:openshift-ovn-kubernetes:ovn-kubernetes-control-plane",
                        "system:serviceaccount:ovn-kubernetes:ovnkube-cluster-manager",
                        "system:serviceaccount:openshift-network-operator:cluster-network-operator"));

        public Accounts {
            interfaceNaming = Set.copyOf(interfaceNaming);
            networkOwners = Set.copyOf(networkOwners);
        }

        boolean nameInterfaces(Requester requester) {
            return interfaceNaming.contains(requester.username());
        }

        boolean ownNetworks(Requester requester) {
            return networkOwners.contains(requester.username());
        }
    }

    /// What becomes of pods.
    ///
    /// @param interfaceNaming what becomes of interface names
    /// @param injectNodeNeeds whether a new pod gets the requests and the node selector that its networks ask for;
    ///     not where another injector does it
    /// @param enforceTemplates whether a workload is denied where its pods would be; else it is only told
    public record Pods(NamingMode interfaceNaming, boolean injectNodeNeeds, boolean enforceTemplates) {
        static final Pods BUILT_IN = new Pods(NamingMode.NORMALIZE, true, false);
    }

    /// What networks may be, and what they get.
    ///
    /// @param defaults what networks get where their author says nothing
    /// @param limits what networks may be described
    /// @param sharedSegments that networks of several namespaces may be on
    /// @param clusterRanges the addresses of pods, services and nodes, with prefix lengths; empty where unknown
    public record Networks(
            NetworkDefaults defaults, NetworkLimits limits, SegmentList sharedSegments, Set<String> clusterRanges) {
        static final Networks BUILT_IN =
                new Networks(NetworkDefaults.BUILT_IN, NetworkLimits.NONE, SegmentList.EMPTY, Set.of());

        public Networks {
            clusterRanges = Set.copyOf(clusterRanges);
        }
    }

    /// The same where a policy says nothing, which is `null`.
    public Settings under(
            @Nullable Integer networksPerPod,
            @Nullable Set<String> foreignReferences,
            @Nullable SegmentList sharedSegments,
            @Nullable NamingMode naming,
            NetworkDefaults defaults,
            NetworkLimits limits,
            @Nullable Boolean templates) {
        return new Settings(
                multus,
                new Sizes(or(networksPerPod, sizes.networks), sizes.configBytes, sizes.plugins),
                new References(
                        or(foreignReferences, references.foreign),
                        references.machineBindings,
                        references.ovnDefaultNamespace),
                accounts,
                new Pods(or(naming, pods.interfaceNaming), pods.injectNodeNeeds, or(templates, pods.enforceTemplates)),
                new Networks(
                        defaults,
                        limits.over(networks.limits),
                        or(sharedSegments, networks.sharedSegments),
                        networks.clusterRanges));
    }

    private static <T> T or(@Nullable T decided, T otherwise) {
        return decided == null ? otherwise : decided;
    }

    /// The same, where a workload is denied as its pods are.
    public Settings enforcingTemplates() {
        return new Settings(
                multus,
                sizes,
                references,
                accounts,
                new Pods(pods.interfaceNaming, pods.injectNodeNeeds, true),
                networks);
    }

    /// The same with the limits that no policy can lift.
    public Settings beyondLimits() {
        return new Settings(multus, sizes.atMost(), references, accounts, pods, networks);
    }
}
