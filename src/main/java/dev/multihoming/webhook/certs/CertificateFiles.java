package dev.multihoming.webhook.certs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// Where the serving certificate is found, unless it is self-managed. A mounted Secret of type `kubernetes.io/tls` has
/// both files.
@ConfigMapping(prefix = "multihoming.tls")
public interface CertificateFiles {
    /// PEM file with the serving certificate first, then the certificates that lead to its authority.
    @WithDefault("/etc/multihoming/tls/tls.crt")
    Path certificate();

    /// PEM file with the private key of that certificate: PKCS #8, PKCS #1 (RSA) or SEC 1 (EC), not encrypted.
    @WithDefault("/etc/multihoming/tls/tls.key")
    Path key();

    /// How often both files are compared with what is in use.
    @WithDefault("5s")
    Duration checkInterval();
}
