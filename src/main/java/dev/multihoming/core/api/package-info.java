/// The custom resources of `multihoming.dev/v1alpha1`: what people write, and which policy values it comes to.
///
/// The CRDs in `kustomize/crds` are generated of these types (`make docs`), and a test compares them.
@NullMarked
package dev.multihoming.core.api;

import org.jspecify.annotations.NullMarked;
