/// The Kubernetes shell, the only user of fabric8: what exists in the cluster, kept by informers.
@NullMarked
package dev.multihoming.cluster;

import org.jspecify.annotations.NullMarked;
