/// The HTTP shell: AdmissionReviews in, answers out.
///
/// Decodes only what the rules read, asks the engine, and encodes the verdict. What it needs of the cluster it
/// states as [NetworkDirectory], which the cluster shell implements.
@NullMarked
package dev.multihoming.admission;

import org.jspecify.annotations.NullMarked;
