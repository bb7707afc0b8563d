/// The HTTP shell: AdmissionReviews in, answers out.
///
/// Limits what it reads, keeps deadlines, counts and logs decisions. How bytes become a request is decided in
/// `codec`, what becomes of the request in `core.admission`. [Wiring] puts the parts together.
@NullMarked
package dev.multihoming.webhook.http;

import org.jspecify.annotations.NullMarked;
