/// Reads a cluster through the Kubernetes client, for both wings: the custom resources' coordinates, and
/// the objects that a command is asked about, and lists page by page. Nothing here watches or caches; that is
/// webhook.cluster's.
@NullMarked
package dev.multihoming.client;

import org.jspecify.annotations.NullMarked;
