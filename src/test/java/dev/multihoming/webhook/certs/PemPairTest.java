package dev.multihoming.webhook.certs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.tls.PemPair;
import org.junit.jupiter.api.Test;

class PemPairTest {
    private static final TestPair EC = TestPair.ec(1);
    private static final TestPair RSA = TestPair.rsa(2);

    @Test
    void everyFormOfKeyThatIsFoundInClustersIsRead() {
        assertThat(read(EC.certificate(), EC.pkcs8())).isInstanceOf(PemPair.Usable.class);
        assertThat(read(RSA.certificate(), RSA.pkcs8())).isInstanceOf(PemPair.Usable.class);
        assertThat(read(EC.certificate(), EC.legacyKey())).isInstanceOf(PemPair.Usable.class);
        assertThat(read(RSA.certificate(), RSA.legacyKey())).isInstanceOf(PemPair.Usable.class);
        TestPair ed25519 = TestPair.ed25519(3);
        assertThat(read(ed25519.certificate(), ed25519.pkcs8())).isInstanceOf(PemPair.Usable.class);
    }

    @Test
    void theChainKeepsItsOrder() {
        var read = (PemPair.Usable) read(EC.certificate() + RSA.certificate(), "Some words\n" + EC.pkcs8());
        assertThat(read.pair().chain()).hasSize(2);
        assertThat(read.pair().leaf().getSerialNumber().longValue()).isEqualTo(1);
    }

    @Test
    void theKeyOfAnotherCertificateIsRefused() {
        assertThat(reason(EC.certificate(), TestPair.ec(4).pkcs8()))
                .isEqualTo("the key is not the key of the certificate");
        assertThat(reason(EC.certificate(), RSA.pkcs8()))
                .isEqualTo("the key cannot be read as the EC key that the certificate asks for");
        assertThat(reason(RSA.certificate(), EC.legacyKey()))
                .isEqualTo("the key cannot be read as the RSA key that the certificate asks for");
    }

    @Test
    void halfAFileIsRefusedWhereverItBreaksOff() {
        String chain = EC.certificate() + RSA.certificate();
        for (int length = 1; length < chain.stripTrailing().length(); length++) {
            String part = chain.substring(0, length);
            // Nothing tells a chain that lost its last certificate whole from one that never had it.
            boolean isWhole = part.strip().equals(EC.certificate().strip());
            assertThat(read(part, EC.pkcs8()))
                    .as("the first %d characters", length)
                    .isInstanceOf(isWhole ? PemPair.Usable.class : PemPair.Refused.class);
        }
        assertThat(reason(EC.certificate(), EC.pkcs8().substring(0, 80)))
                .isEqualTo("the key file ends or breaks off inside a PEM block");
    }

    @Test
    void whatIsNoCertificateOrNoKeyIsRefused() {
        assertThat(reason("", EC.pkcs8())).isEqualTo("the certificate file holds none in PEM form");
        assertThat(reason(EC.certificate(), "")).isEqualTo("the key file holds none in PEM form");
        assertThat(reason(EC.pkcs8(), EC.certificate())).isEqualTo("the certificate file holds none in PEM form");
        assertThat(reason("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", EC.pkcs8()))
                .startsWith("the certificate cannot be read: ");
        assertThat(reason(EC.certificate(), EC.pkcs8().replace("PRIVATE", "ENCRYPTED PRIVATE")))
                .isEqualTo("the key cannot be read as the EC key that the certificate asks for");
    }

    private static PemPair.Content read(String certificate, String key) {
        return PemPair.read(certificate.getBytes(US_ASCII), key.getBytes(US_ASCII));
    }

    private static String reason(String certificate, String key) {
        return ((PemPair.Refused) read(certificate, key)).reason();
    }
}
