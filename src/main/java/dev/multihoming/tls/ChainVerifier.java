package dev.multihoming.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides whether a client that trusts some authorities accepts a served chain, as the API server does: signatures,
/// validity, and whether each signer may sign (basic constraints). Names, extended key usage and revocation are not
/// checked.
public final class ChainVerifier {
    private ChainVerifier() {}

    /// Whether the chain leads to one of the authorities.
    ///
    /// @param chain the served certificate first
    public static boolean accepts(Collection<X509Certificate> authorities, List<X509Certificate> chain, Instant now) {
        Set<TrustAnchor> anchors = authorities.stream()
                .filter(authority -> isValid(authority, now))
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toSet());
        if (chain.isEmpty() || anchors.isEmpty()) {
            return false;
        }
        X509Certificate leaf = chain.getFirst();
        return authorities.contains(leaf) ? isValid(leaf, now) : hasPath(anchors, chain, now);
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean hasPath(Set<TrustAnchor> anchors, List<X509Certificate> chain, Instant now) {
        try {
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(chain.getFirst());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setDate(Date.from(now));
            parameters.setRevocationEnabled(false);
            var _ = CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
