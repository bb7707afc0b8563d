/// The certificate that a server presents: two PEM files, proven to belong together, and exchangeable while it serves.
/// For the webhook and the console. Where the files come from is not known here.
@NullMarked
package dev.multihoming.tls;

import org.jspecify.annotations.NullMarked;
