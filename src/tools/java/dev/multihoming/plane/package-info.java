/// A real control plane for tests, `make up` and the demo: etcd, kube-apiserver and
/// kube-controller-manager as processes of this machine, and the packaged webhook beside them.
/// Knows the webhook only from outside (its jar, its environment, its ports); no rule and no test lives here.
@NullMarked
package dev.multihoming.plane;

import org.jspecify.annotations.NullMarked;
