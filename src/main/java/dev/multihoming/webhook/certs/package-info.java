/// The serving certificate: read from files, verified before use, exchanged when the files change. Where an
/// installation wants it, also who is answered: clients with a certificate of known authorities.
///
/// It reaches the TLS engine through a key manager whose keys can be swapped, so a new pair serves the next handshake
/// and connections that stand are left alone. Nothing here knows what is served.
@NullMarked
package dev.multihoming.webhook.certs;

import org.jspecify.annotations.NullMarked;
