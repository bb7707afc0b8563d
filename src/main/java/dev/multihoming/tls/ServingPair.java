package dev.multihoming.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// A private key with its certificate chain, leaf first, proven to belong together.
public record ServingPair(List<X509Certificate> chain, PrivateKey key) {
    public ServingPair {
        chain = List.copyOf(chain);
    }

    /// The certificate that names the server.
    public X509Certificate leaf() {
        return chain.getFirst();
    }

    /// When the leaf ends.
    public Instant expiry() {
        return leaf().getNotAfter().toInstant();
    }

    public boolean isExpired(Instant now) {
        return now.isAfter(expiry());
    }

    public boolean isNotYetValid(Instant now) {
        return now.isBefore(leaf().getNotBefore().toInstant());
    }
}
