package dev.multihoming.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// A private key with its certificate chain, leaf first, proven to belong together.
record ServingPair(List<X509Certificate> chain, PrivateKey key) {
    ServingPair {
        chain = List.copyOf(chain);
    }

    X509Certificate leaf() {
        return chain.getFirst();
    }

    Instant expiry() {
        return leaf().getNotAfter().toInstant();
    }

    boolean isExpired(Instant now) {
        return now.isAfter(expiry());
    }

    boolean isNotYetValid(Instant now) {
        return now.isBefore(leaf().getNotBefore().toInstant());
    }
}
