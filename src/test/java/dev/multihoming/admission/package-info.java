/// The HTTP shell: unit tests of its parts, and the packaged process asked over TLS.
@NullMarked
package dev.multihoming.admission;

import org.jspecify.annotations.NullMarked;
