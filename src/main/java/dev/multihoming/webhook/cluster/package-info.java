/// The Kubernetes shell: what reviews know of the cluster, kept up to date or asked for.
///
/// [ClusterStart] begins it. [CrdWatch] says whether the cluster knows NADs at all, [KnownNetworks] keeps a
/// summary of each while it does, [LiveLookups] asks the API server about the ones that summary lacks, and
/// [ClusterNetworks] answers reviews from both. [PolicyWatch] keeps policies, exemptions and the labels of
/// namespaces; [FactsWatch], [DriftWatch] and [ClockWatch] look at the rest every now and then. Pods are listed
/// only to say who uses a NAD, by [KubePodLists], and of them their metadata alone. No rule lives here.
@NullMarked
package dev.multihoming.webhook.cluster;

import org.jspecify.annotations.NullMarked;
