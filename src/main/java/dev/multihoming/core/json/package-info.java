/// JSON as Go's decoder sees it, with the place of every token.
///
/// Multus, libcni and the CNI plugins decode with Go's `encoding/json`: keys match whatever their case and
/// the last one wins. What lives here keeps every key, also the repeated ones, and where each stood, so that
/// rules can judge what Go would pick and messages can point at it. Nothing here knows Kubernetes or Multus.
@NullMarked
package dev.multihoming.core.json;

import org.jspecify.annotations.NullMarked;
