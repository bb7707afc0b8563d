/// The language of Multus: what its two pod annotations and a NetworkAttachmentDefinition's config say.
///
/// Readers here accept what Multus accepts and say where and why they do not, as facts of the node; whether
/// something acceptable is allowed is for the rules. Nothing here knows admission, Kubernetes clients or
/// policy.
@NullMarked
package dev.multihoming.core.multus;

import org.jspecify.annotations.NullMarked;
