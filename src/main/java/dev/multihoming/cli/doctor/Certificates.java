package dev.multihoming.cli.doctor;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
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

    /// Whether one of these signed the first of a chain, or the last of it, or is in it.
    boolean leadTo(Certificates chain) {
        return chain.all.stream()
                .anyMatch(served ->
                        all.contains(served) || all.stream().anyMatch(authority -> isSignedBy(served, authority)));
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate authority) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
