/// Certificates good and bad, as files and in handshakes.
@NullMarked
package dev.multihoming.certs;

import org.jspecify.annotations.NullMarked;
