package dev.multihoming.webhook.certs;

import dev.multihoming.tls.PemBlocks;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes an authority, lets it sign one serving certificate, and throws its key away: nobody can steal what is
/// not kept.
public final class SelfIssuer {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final int SERIAL_BITS = 127;

    /// Clocks of API servers differ a little.
    private static final Duration BACKDATED = Duration.ofHours(1);

    private final List<String> names;
    private final Duration validity;
    private final SecureRandom random = new SecureRandom();

    /// A new pair and the authority that signed it, all in PEM. The authority's key is nowhere: it signs once.
    public record Issued(String authority, String certificate, String key) {}

    /// For a server of those DNS names and IP addresses.
    public SelfIssuer(List<String> names, Duration validity) {
        this.names = List.copyOf(names);
        this.validity = validity;
    }

    /// A new pair, valid from that moment.
    public Issued issue(Instant now) {
        try {
            KeyPair authority = keys();
            KeyPair server = keys();
            // A name of its own: verifiers that know two authorities find the right one by it.
            X500Name issuer = new X500Name("CN=multihoming-webhook-ca-" + serial().toString(Character.MAX_RADIX));
            X509v3CertificateBuilder ca = builder(issuer, issuer, authority, now)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            X509v3CertificateBuilder leaf = builder(issuer, new X500Name("CN=multihoming-webhook"), server, now)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, alternativeNames());
            return new Issued(
                    PemBlocks.write("CERTIFICATE", signed(ca, authority).getEncoded()),
                    PemBlocks.write("CERTIFICATE", signed(leaf, authority).getEncoded()),
                    PemBlocks.write("PRIVATE KEY", server.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this JDK cannot make an ECDSA certificate", e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys, Instant now)
            throws CertIOException {
        return new JcaX509v3CertificateBuilder(
                issuer,
                serial(),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(validity)),
                subject,
                keys.getPublic());
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE);
    }

    private GeneralNames alternativeNames() {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(
                        ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair authority)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(authority.getPrivate())));
    }
}
