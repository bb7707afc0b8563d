package dev.multihoming.webhook.certs;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate for 127.0.0.1 and its key, in the PEM forms that are found in clusters.
record TestPair(String certificate, String pkcs8, String legacyKey, long serial) {
    private static final X500Name NAME = new X500Name("CN=multihoming-webhook");

    static TestPair ec(long serial) {
        return expiring(serial, Instant.now().plus(Duration.ofDays(30)));
    }

    static TestPair expiring(long serial, Instant expiry) {
        return of("EC", "SHA256withECDSA", serial, expiry);
    }

    static TestPair rsa(long serial) {
        return of("RSA", "SHA256withRSA", serial, Instant.now().plus(Duration.ofDays(30)));
    }

    static TestPair ed25519(long serial) {
        return of("Ed25519", "Ed25519", serial, Instant.now().plus(Duration.ofDays(30)));
    }

    byte[] certificateBytes() {
        return certificate.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] keyBytes() {
        return pkcs8.getBytes(StandardCharsets.US_ASCII);
    }

    private static TestPair of(String algorithm, String signature, long serial, Instant expiry) {
        try {
            KeyPair pair = generate(algorithm);
            var names = new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
            byte[] certificate = new JcaX509v3CertificateBuilder(
                            NAME,
                            BigInteger.valueOf(serial),
                            Date.from(expiry.minus(Duration.ofDays(300))),
                            Date.from(expiry),
                            NAME,
                            pair.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, names)
                    .build(new JcaContentSignerBuilder(signature).build(pair.getPrivate()))
                    .getEncoded();
            byte[] key = pair.getPrivate().getEncoded();
            byte[] legacy = PrivateKeyInfo.getInstance(key)
                    .parsePrivateKey()
                    .toASN1Primitive()
                    .getEncoded();
            return new TestPair(
                    pem("CERTIFICATE", certificate),
                    pem("PRIVATE KEY", key),
                    pem(algorithm + " PRIVATE KEY", legacy),
                    serial);
        } catch (Exception e) {
            throw new AssertionError("this JDK cannot make a certificate for " + algorithm, e);
        }
    }

    private static KeyPair generate(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        switch (algorithm) {
            case "EC" -> generator.initialize(new ECGenParameterSpec("secp256r1"));
            case "RSA" -> generator.initialize(2048);
            default -> {}
        }
        return generator.generateKeyPair();
    }

    private static String pem(String what, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what);
    }
}
