/// The serving certificate: read from files, verified before use, reloaded when the files change.
@NullMarked
package dev.multihoming.certs;

import org.jspecify.annotations.NullMarked;
