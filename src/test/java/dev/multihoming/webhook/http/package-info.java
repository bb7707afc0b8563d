/// The HTTP shell: unit tests of its parts, and the packaged process asked over TLS.
@NullMarked
package dev.multihoming.webhook.http;

import org.jspecify.annotations.NullMarked;
