/// Reviews a request: which subject it is, which policy applies, what the rules find, and what becomes of
/// it. The same for the endpoints, for objects that exist already and for manifests in files. Reads nothing
/// from HTTP, files or a cluster.
@NullMarked
package dev.multihoming.core.admission;

import org.jspecify.annotations.NullMarked;
