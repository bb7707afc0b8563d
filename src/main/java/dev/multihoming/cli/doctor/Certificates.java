package dev.multihoming.cli.doctor;

import dev.multihoming.tls.ChainVerifier;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The certificates of a PEM text: of a `caBundle`, or a chain that is served.
record Certificates(List<X509Certificate> all) {
    Certificates {
        all = List.copyOf(all);
    }

    /// Those of a PEM text in base64; empty where there is none that can be read.
    static Optional<Certificates> ofBase64(String base64) {
        try {
            var pem = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
            List<X509Certificate> read = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            return read.isEmpty() ? Optional.empty() : Optional.of(new Certificates(read));
        } catch (IllegalArgumentException | CertificateException _) {
            return Optional.empty();
        }
    }

    /// When the last of them ends: a bundle holds old authorities beside the one in use.
    Instant lastEnd() {
        return all.stream()
                .map(it -> it.getNotAfter().toInstant())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /// When the first ends, of a chain the certificate itself.
    Instant firstEnd() {
        return all.getFirst().getNotAfter().toInstant();
    }

    /// Whether a client that trusts these accepts that chain.
    boolean accept(Certificates chain, Instant now) {
        return ChainVerifier.accepts(all, chain.all, now);
    }
}
