package dev.multihoming.webhook.settings;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What an installation can set: as properties, or as environment variables (`multihoming.max-networks` is
/// `MULTIHOMING_MAX_NETWORKS`). A list is written with commas; an empty value is an empty list.
@ConfigMapping(prefix = "multihoming")
public interface Configuration {
    /// How many cluster-wide `defaultNetworks` Multus attaches before the pod's own networks. The pod's interfaces
    /// then start at `net<offset + 1>`, and `net1`…`net<offset>` belong to the cluster.
    @WithDefault("0")
    int interfaceOffset();

    /// The namespace where Multus looks up a default network that is given without one.
    @WithDefault("kube-system")
    String multusNamespace();

    /// The most networks that one annotation may select.
    @WithDefault("64")
    int maxNetworks();

    /// The longest `spec.config` of a NetworkAttachmentDefinition.
    @WithDefault("64K")
    MemorySize maxConfigSize();

    /// NetworkAttachmentDefinitions that pods of every namespace may select: `namespace/name`, or `namespace` for all
    /// of its own.
    @WithDefault("default/istio-cni")
    Optional<Set<String>> allowedForeignReferences();

    /// Requesters who name interfaces by a scheme of their own, which is left alone: KubeVirt's controller.
    @WithDefault("system:serviceaccount:kubevirt:kubevirt-controller,"
            + "system:serviceaccount:openshift-cnv:kubevirt-controller")
    Optional<Set<String>> interfaceNamingExemptUsers();

    /// Requesters whose NetworkAttachmentDefinitions are not completed, because they would write them back.
    @WithDefault("system:serviceaccount:openshift-sriov-network-operator:sriov-network-operator,"
            + "system:serviceaccount:sriov-network-operator:sriov-network-operator,"
            + "system:serviceaccount:openshift-ovn-kubernetes:ovn-kubernetes-control-plane,"
            + "system:serviceaccount:ovn-kubernetes:ovnkube-cluster-manager,"
            + "system:serviceaccount:openshift-network-operator:cluster-network-operator")
    Optional<Set<String>> networkOwners();

    /// Further plugin types that would run Multus again, beside `multus` and `multus-shim`.
    Optional<Set<String>> nestedPluginTypes();

    /// Whether new pods get the resource requests and the node selector that the annotations `resourceName` and
    /// `nodeSelector` of their networks ask for. `false` where a network resources injector does it: it would add
    /// them a second time. What it does not add either, authors write themselves, or their pods are denied
    /// (rules MH115, MH116); a request for a bridge that nodes advertise may be missing.
    @WithDefault("true")
    boolean injectNodeNeeds();

    /// Whether workloads (Deployments, Jobs and so on) are denied where their pods would be; else they get a warning.
    @WithDefault("false")
    boolean enforceTemplates();

    /// The namespace of OVN-Kubernetes' NAD `default`, which the annotation default-network may name: KubeVirt's
    /// IPAM extensions hand a machine's addresses over with it. Empty for clusters without them.
    Optional<String> ovnDefaultNamespace();

    /// NetworkAttachmentDefinitions of KubeVirt's network bindings, which its controller (and no other requester) may
    /// select in any namespace: `namespace/name`.
    @WithDefault("default/netbindingpasst,default/primary-udn-kubevirt-binding")
    Optional<Set<String>> machineBindingReferences();

    /// The ranges of the cluster's pods, services and nodes, such as `10.128.0.0/14,172.30.0.0/16`: networks
    /// that overlap with them are warned about.
    Optional<Set<String>> clusterRanges();

    /// How often nodes, NodeNetworkStates and NetworkPolicies are looked through, for warnings about bridges and links
    /// that no node has. `0` for never.
    @WithDefault("10m")
    Duration clusterFactsInterval();

    /// The namespace this runs in, where the replicas elect their leader.
    @WithDefault("multihoming-system")
    String namespace();

    /// How often everything that exists is held against the policies; also shortly after they change. `0` for never.
    @WithDefault("1h")
    Duration auditInterval();

    /// How long the audit rests between one page of 1,000 objects and the next, for the API server's sake.
    @WithDefault("100ms")
    Duration auditPause();

    /// Whether findings on new and changed objects are in the reports within a minute: the
    /// replica that does the audit watches everything that it looks at. `false` where these
    /// watches cost the API server too much; reports are then as old as the last audit.
    @WithDefault("true")
    boolean auditWatch();

    /// How many results the report of one namespace holds; the rest is counted.
    @WithDefault("100")
    int auditResultsPerNamespace();

    /// Rules that only warn by default and deny here, by code or name: such as `MH224` or `network-in-use`.
    Optional<Set<String>> enforcedRules();

    /// Rules that deny by default and only warn here, by code or name: while a cluster is brought in line.
    Optional<Set<String>> warnedRules();

    /// The link to a rule's page in messages: the code replaces `{code}`, or is appended. A link that needs no
    /// domain: `multihoming explain {code}`.
    @WithDefault("https://multihoming.dev/rules/")
    String rulePages();

    /// How long one review may take; after it, /validate denies and /mutate leaves the object as it is. Shorter than
    /// the webhooks' `timeoutSeconds`, so that the answer names the reason.
    @WithDefault("3s")
    Duration deadline();

    /// How long of it a review waits for what only the API server can tell. What is not known then is unknown, which
    /// is a warning.
    @WithDefault("2s")
    Duration lookupTimeout();

    /// The longest request body. The API server limits objects to 1.5 MiB in etcd and requests to 3 MiB; an UPDATE
    /// brings two objects.
    @WithDefault("8M")
    MemorySize maxBodySize();

    /// How many bytes of request bodies are held at once; beyond it requests are refused with 429.
    @WithDefault("64M")
    MemorySize maxBytesInFlight();
}
