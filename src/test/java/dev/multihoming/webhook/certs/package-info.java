/// Certificates good and bad, as files and in handshakes.
@NullMarked
package dev.multihoming.webhook.certs;

import org.jspecify.annotations.NullMarked;
