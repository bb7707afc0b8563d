/// The AdmissionReview on the wire: bytes to an AdmissionRequest, and an outcome to bytes. Knows neither
/// HTTP nor rules.
@NullMarked
package dev.multihoming.webhook.codec;

import org.jspecify.annotations.NullMarked;
