package dev.multihoming.webhook.certs;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Who is answered at all: everybody, unless this says otherwise.
@ConfigMapping(prefix = "multihoming.tls.client")
public interface ClientCertificates {
    /// PEM file with the authorities of client certificates. Where it is set, only clients with a certificate
    /// of one of them get reviews; the API server must be told to show one (docs/client-certificates.md).
    Optional<Path> ca();

    /// The common names of the certificates that count; empty for all of those authorities.
    Optional<Set<String>> names();
}
