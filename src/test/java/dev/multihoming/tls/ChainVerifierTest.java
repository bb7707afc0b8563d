package dev.multihoming.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Party root = new Party("root");
    private final Party intermediate = new Party("intermediate");
    private final Party server = new Party("server");

    private final X509Certificate authority = root.certify(root, true, DAY);
    private final X509Certificate signedByRoot = root.certify(server, false, DAY);
    private final X509Certificate signedByIntermediate = intermediate.certify(server, false, DAY);

    @Test
    void aChainThatLeadsToAnAuthorityIsAccepted() {
        X509Certificate between = root.certify(intermediate, true, DAY);

        assertThat(isAccepted(signedByRoot)).isTrue();
        assertThat(isAccepted(signedByIntermediate, between)).isTrue();
        assertThat(isAccepted(signedByIntermediate, between, authority)).isTrue();
        assertThat(isAccepted(signedByIntermediate, new Party("other").certify(server, false, DAY), between))
                .isTrue();
    }

    @Test
    void aCertificateThatIsTrustedItselfNeedsNoSigner() {
        X509Certificate selfSigned = server.certify(server, false, DAY);

        assertThat(ChainVerifier.accepts(List.of(selfSigned), List.of(selfSigned), NOW))
                .isTrue();
        assertThat(ChainVerifier.accepts(List.of(signedByRoot), List.of(signedByRoot), NOW))
                .isTrue();
        assertThat(ChainVerifier.accepts(List.of(signedByRoot), List.of(signedByRoot), NOW.plus(DAY.multipliedBy(2))))
                .isFalse();
    }

    @Test
    void aChainThatLeadsNowhereIsRefused() {
        assertThat(isAccepted()).isFalse();
        assertThat(isAccepted(signedByIntermediate)).isFalse();
        assertThat(isAccepted(new Party("root").certify(server, false, DAY))).isFalse();
        assertThat(ChainVerifier.accepts(List.of(), List.of(signedByRoot), NOW)).isFalse();
    }

    @Test
    void everyCertificateOfTheChainMustBeValid() {
        Duration over = Duration.ofHours(-1);

        assertThat(isAccepted(root.certify(server, false, over))).isFalse();
        assertThat(isAccepted(signedByIntermediate, root.certify(intermediate, true, over)))
                .isFalse();
        assertThat(ChainVerifier.accepts(List.of(root.certify(root, true, over)), List.of(signedByRoot), NOW))
                .isFalse();
    }

    @Test
    void whatIsNoAuthorityMaySignNothing() {
        assertThat(isAccepted(signedByIntermediate, root.certify(intermediate, false, DAY)))
                .isFalse();
    }

    private boolean isAccepted(X509Certificate... chain) {
        return ChainVerifier.accepts(List.of(authority), List.of(chain), NOW);
    }

    private record Party(String name, KeyPair keys) {
        Party(String name) {
            this(name, generated());
        }

        private static KeyPair generated() {
            try {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        /// @param lasting how long after [#NOW]
        X509Certificate certify(Party subject, boolean isAuthority, Duration lasting) {
            try {
                var builder = new JcaX509v3CertificateBuilder(
                                new X500Name("CN=" + name),
                                BigInteger.ONE,
                                Date.from(NOW.minus(DAY)),
                                Date.from(NOW.plus(lasting)),
                                new X500Name("CN=" + subject.name),
                                subject.keys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
                return new JcaX509CertificateConverter()
                        .getCertificate(builder.build(new JcaContentSignerBuilder("Ed25519").build(keys.getPrivate())));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
