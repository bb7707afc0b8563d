package dev.multihoming.webhook.http;

/// What an admission endpoint answers.
sealed interface Reply {
    /// An AdmissionReview with a response.
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared as a record
    record Reviewed(byte[] body) implements Reply {}

    /// No review: an HTTP status of the 400s, and one sentence for the sender of the request.
    record Refused(int status, String sentence) implements Reply {}
}
