package dev.multihoming.webhook.certs;

import dev.multihoming.tls.ChainVerifier;
import dev.multihoming.tls.PemBlocks;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.util.io.pem.PemObject;

/// The authorities that a verifier trusts: what `caBundle` holds.
public record Authorities(Set<X509Certificate> certificates) {
    public static final Authorities NONE = new Authorities(Set.of());

    public Authorities {
        certificates = new LinkedHashSet<>(certificates);
    }

    /// Those of a PEM text that can be read; what cannot is left out, because it makes no client trusted.
    public static Authorities read(String pem) {
        Set<X509Certificate> read = new LinkedHashSet<>();
        for (PemObject block :
                PemBlocks.of(pem.getBytes(StandardCharsets.US_ASCII)).orElse(List.of())) {
            try {
                read.add(PemBlocks.certificate(block));
            } catch (GeneralSecurityException _) {
                // Not one to trust.
            }
        }
        return new Authorities(read);
    }

    /// Whether a client that trusts them accepts that chain.
    public boolean verify(List<X509Certificate> chain, Instant now) {
        return ChainVerifier.accepts(certificates, chain, now);
    }

    /// Those that each verify that chain.
    public Authorities of(List<X509Certificate> chain, Instant now) {
        Set<X509Certificate> signers = new LinkedHashSet<>(certificates);
        signers.removeIf(authority -> !ChainVerifier.accepts(Set.of(authority), chain, now));
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
        return certificates.stream().map(PemBlocks::write).collect(Collectors.joining());
    }
}
