/// What keeps a pod from its networks, as far as a cluster tells: the errors of nodes and what they mean, and what
/// Multus reports beside what was asked for.
@NullMarked
package dev.multihoming.core.diagnosis;

import org.jspecify.annotations.NullMarked;
