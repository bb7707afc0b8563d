package dev.multihoming.webhook.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A test pair is its own authority.
class ClientAuthoritiesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ClientJournal journal = new ClientJournal(meters);
    private final ClientAuthorities authorities = new ClientAuthorities(journal);

    @TempDir
    private Path home;

    @Test
    void nobodyIsTrustedBeforeThereAreAuthorities() throws GeneralSecurityException {
        X509Certificate[] chain = chain(TestPair.ec(1));

        assertThat(authorities.areKnown()).isFalse();
        assertThat(authorities.trust(chain)).isFalse();
        assertThat(authorities.getAcceptedIssuers()).isEmpty();
        assertThatThrownBy(() -> authorities.checkClientTrusted(chain, "EC")).isInstanceOf(CertificateException.class);
    }

    @Test
    void theFileDecidesAndItsChangeCountsForWhoWasTrustedBefore() throws Exception {
        Path file = home.resolve("ca.crt");
        ClientAuthorityWatch watch = new ClientAuthorityWatch(file, authorities, journal);
        X509Certificate[] first = chain(TestPair.ec(1));
        TestPair second = TestPair.ec(2);
        Files.write(file, pem(first));
        watch.look();
        assertThat(authorities.trust(first)).isTrue();
        assertThat(authorities.trust(chain(second))).isFalse();

        Files.writeString(file, second.certificate());
        watch.look();

        assertThat(authorities.trust(first)).isFalse();
        assertThat(authorities.trust(chain(second))).isTrue();
    }

    @Test
    void aFileThatCannotBeUsedChangesNothing() throws Exception {
        Path file = home.resolve("ca.crt");
        ClientAuthorityWatch watch = new ClientAuthorityWatch(file, authorities, journal);
        TestPair pair = TestPair.ec(1);
        Files.writeString(file, pair.certificate());
        watch.look();
        for (String bad : new String[] {"", "no PEM", pair.certificate().substring(0, 100), pair.pkcs8()}) {
            Files.writeString(file, bad);
            watch.look();
            assertThat(authorities.trust(chain(pair))).as(bad).isTrue();
        }
        Files.delete(file);
        watch.look();
        assertThat(authorities.trust(chain(pair))).isTrue();
    }

    @Test
    void whatHasEndedIsNotTrustedAlsoByItsOwnAuthority() throws GeneralSecurityException {
        X509Certificate[] ended = chain(TestPair.expiring(1, Instant.now().minus(Duration.ofDays(1))));
        authorities.use(java.util.List.of(ended));

        assertThat(authorities.trust(ended)).isFalse();
    }

    @Test
    void theCommonNameIsRead() throws GeneralSecurityException {
        assertThat(ClientGate.commonName(chain(TestPair.ec(1))[0])).contains("multihoming-webhook");
    }

    private static X509Certificate[] chain(TestPair pair) throws GeneralSecurityException {
        return new X509Certificate[] {
            (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pair.certificateBytes()))
        };
    }

    private static byte[] pem(X509Certificate[] chain) throws CertificateException {
        String base64 = java.util.Base64.getEncoder().encodeToString(chain[0].getEncoded());
        return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(base64)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
