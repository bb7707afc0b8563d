package dev.multihoming.webhook.codec;

import dev.multihoming.core.admission.AdmissionRequest;

/// What became of a request body.
public sealed interface Decoded {
    /// A v1 AdmissionReview with a request in it.
    record Review(AdmissionRequest request) implements Decoded {}

    /// One whose objects have more than the limits allow to read.
    ///
    /// @param request without its objects
    /// @param fact what is too much, as a clause
    record Unread(AdmissionRequest request, String fact) implements Decoded {}

    /// Something else: one sentence for its sender.
    record NotAReview(String sentence) implements Decoded {}
}
