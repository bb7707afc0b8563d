package dev.multihoming.webhook.certs;

import dev.multihoming.tls.PemBlocks;
import dev.multihoming.tls.PemBlocks.Block;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The authorities that a verifier trusts: what `caBundle` holds.
public record Authorities(Set<X509Certificate> certificates) {
    public static final Authorities NONE = new Authorities(Set.of());

    private static final int LINE = 64;

    public Authorities {
        certificates = new LinkedHashSet<>(certificates);
    }

    /// Those of a PEM text that can be read; what cannot is left out, for nobody is trusted by it.
    public static Authorities read(String pem) {
        Set<X509Certificate> read = new LinkedHashSet<>();
        List<Block> blocks =
                PemBlocks.of(pem.getBytes(StandardCharsets.US_ASCII)).orElse(List.of());
        for (Block block : blocks) {
            try {
                read.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(block.content())));
            } catch (GeneralSecurityException _) {
                // Not one to trust.
            }
        }
        return new Authorities(read);
    }

    /// Whether one of them signed that certificate.
    public boolean signed(X509Certificate certificate) {
        return certificates.stream().anyMatch(authority -> isSignedBy(certificate, authority));
    }

    /// Whether they lead to the first certificate of a chain, by way of the others.
    public boolean verify(List<X509Certificate> chain) {
        for (int i = 0; i < chain.size(); i++) {
            if (certificates.contains(chain.get(i)) || signed(chain.get(i))) {
                return true;
            }
            boolean goesOn = i + 1 < chain.size() && isSignedBy(chain.get(i), chain.get(i + 1));
            if (!goesOn) {
                return false;
            }
        }
        return false;
    }

    /// Those that signed that certificate.
    public Authorities of(X509Certificate certificate) {
        Set<X509Certificate> signers = new LinkedHashSet<>(certificates);
        signers.removeIf(authority -> !isSignedBy(certificate, authority));
        return new Authorities(signers);
    }

    /// Those that are in both.
    public Authorities alsoIn(Authorities others) {
        Set<X509Certificate> both = new LinkedHashSet<>(certificates);
        both.retainAll(others.certificates);
        return new Authorities(both);
    }

    public boolean isEmpty() {
        return certificates.isEmpty();
    }

    public boolean hasAll(Authorities others) {
        return certificates.containsAll(others.certificates);
    }

    /// These and those, without any that has ended by then: it verifies nothing any more.
    public Authorities and(Authorities others, Instant now) {
        Set<X509Certificate> all = new LinkedHashSet<>(certificates);
        all.addAll(others.certificates);
        all.removeIf(authority -> authority.getNotAfter().toInstant().isBefore(now));
        return new Authorities(all);
    }

    public String pem() {
        List<String> blocks = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            try {
                String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
                blocks.add("-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
        return String.join("", blocks);
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate authority) {
        try {
            if (!certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
                return false;
            }
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
