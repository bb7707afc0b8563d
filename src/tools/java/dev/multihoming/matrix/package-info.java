/// `make matrix`: what was tried with which versions of Kubernetes, Multus and the CNI plugins.
@NullMarked
package dev.multihoming.matrix;

import org.jspecify.annotations.NullMarked;
