package dev.multihoming.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;

/// From two PEM files to a pair that is known to work, or the reason why not.
public final class PemPair {
    private static final byte[] PROBE = "multihoming".getBytes(StandardCharsets.US_ASCII);

    private PemPair() {}

    /// What the two files hold.
    public sealed interface Content {}

    /// A certificate and its key.
    public record Usable(ServingPair pair) implements Content {}

    /// No pair; the reason is a clause without full stop and holds nothing of the key.
    public record Refused(String reason) implements Content {}

    public static Content read(byte[] certificateFile, byte[] keyFile) {
        Optional<List<PemObject>> certificates = PemBlocks.of(certificateFile);
        Optional<List<PemObject>> keys = PemBlocks.of(keyFile);
        if (certificates.isEmpty() || keys.isEmpty()) {
            return refused("the %s file ends or breaks off inside a PEM block", certificates.isEmpty());
        }
        List<PemObject> chain =
                certificates.get().stream().filter(PemBlocks::isCertificate).toList();
        Optional<PemObject> key = keys.get().stream()
                .filter(block -> block.getType().endsWith("PRIVATE KEY"))
                .findFirst();
        if (chain.isEmpty() || key.isEmpty()) {
            return refused("the %s file holds none in PEM form", chain.isEmpty());
        }
        return pair(chain, key.get());
    }

    private static Content refused(String reason, boolean certificate) {
        return new Refused(reason.formatted(certificate ? "certificate" : "key"));
    }

    private static Content pair(List<PemObject> blocks, PemObject keyBlock) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (PemObject block : blocks) {
                chain.add(PemBlocks.certificate(block));
            }
        } catch (GeneralSecurityException e) {
            return new Refused("the certificate cannot be read: " + e.getMessage());
        }
        PublicKey publicKey = chain.getFirst().getPublicKey();
        try {
            PrivateKey key = key(keyBlock, publicKey);
            return matches(key, publicKey)
                    ? new Usable(new ServingPair(chain, key))
                    : new Refused("the key is not the key of the certificate");
        } catch (GeneralSecurityException | IOException | RuntimeException _) {
            // Bouncy Castle throws unchecked exceptions as well. The parser's message might quote the key.
            return new Refused("the key cannot be read as the %s key that the certificate asks for"
                    .formatted(publicKey.getAlgorithm()));
        }
    }

    /// The JDK reads PKCS #8 only. cert-manager and OpenShift's service CA write PKCS #1 (RSA) or SEC 1 (EC), which
    /// PKCS #8 holds inside, next to the algorithm of the public key.
    private static PrivateKey key(PemObject block, PublicKey of) throws GeneralSecurityException, IOException {
        byte[] pkcs8 = switch (block.getType()) {
            case "PRIVATE KEY" -> block.getContent();
            case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                new PrivateKeyInfo(
                                SubjectPublicKeyInfo.getInstance(of.getEncoded())
                                        .getAlgorithm(),
                                ASN1Primitive.fromByteArray(block.getContent()))
                        .getEncoded();
            default -> throw new GeneralSecurityException("encrypted or unknown form " + block.getType());
        };
        return KeyFactory.getInstance(of.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /// What the one signs the other must verify; nothing less proves that they belong together.
    private static boolean matches(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> publicKey.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(PROBE);
        return signature.verify(signed);
    }
}
