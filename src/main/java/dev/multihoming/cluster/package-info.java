/// The Kubernetes shell, the only user of fabric8: which NADs exist.
///
/// [CrdWatch] says whether the cluster knows NADs at all, [KnownNetworks] keeps a summary of each while
/// it does, [LiveLookups] asks the API server about the ones that summary lacks, and [ClusterNetworks]
/// answers reviews from both. No rule lives here, and no pod is ever read or listed.
@NullMarked
package dev.multihoming.cluster;

import org.jspecify.annotations.NullMarked;
