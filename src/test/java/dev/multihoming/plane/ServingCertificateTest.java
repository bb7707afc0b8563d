package dev.multihoming.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingCertificateTest {
    @TempDir
    Path folder;

    @Test
    void itServesTheNamesOfThisMachineAndIsItsOwnAuthority() throws Exception {
        var files = ServingCertificate.writeInto(folder);
        byte[] bundle = Base64.getDecoder().decode(files.caBundle());
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bundle));
        certificate.checkValidity();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(List::getLast)
                .asString()
                .contains("127.0.0.1", "localhost");
    }

    @Test
    void itsKeyIsAPkcs8KeyThatOthersCannotRead() throws Exception {
        var files = ServingCertificate.writeInto(folder);
        String base64 = Files.readString(files.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        var key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        assertThat(key).isInstanceOf(ECPrivateKey.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.key())))
                .isEqualTo("rw-------");
    }
}
