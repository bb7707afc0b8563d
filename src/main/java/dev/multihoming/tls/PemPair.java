package dev.multihoming.tls;

import dev.multihoming.tls.PemBlocks.Block;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From two PEM files to a pair that is known to work, or the reason why not.
public final class PemPair {
    private static final byte[] PROBE = "multihoming".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private PemPair() {}

    public static ReadPair read(byte[] certificateFile, byte[] keyFile) {
        Optional<List<Block>> certificates = PemBlocks.of(certificateFile);
        Optional<List<Block>> keys = PemBlocks.of(keyFile);
        if (certificates.isEmpty() || keys.isEmpty()) {
            return refused("the %s file ends or breaks off inside a PEM block", certificates.isEmpty());
        }
        List<Block> chain = certificates.get().stream()
                .filter(block -> block.label().equals("CERTIFICATE"))
                .toList();
        Optional<Block> key =
                keys.get().stream().filter(PrivateKeys::isPrivateKey).findFirst();
        if (chain.isEmpty() || key.isEmpty()) {
            return refused("the %s file holds none in PEM form", chain.isEmpty());
        }
        return pair(chain, key.get());
    }

    private static ReadPair refused(String reason, boolean certificate) {
        return new ReadPair.Refused(reason.formatted(certificate ? "certificate" : "key"));
    }

    private static ReadPair pair(List<Block> blocks, Block keyBlock) {
        List<X509Certificate> chain;
        try {
            chain = chain(blocks);
        } catch (GeneralSecurityException e) {
            return new ReadPair.Refused("the certificate cannot be read: " + e.getMessage());
        }
        PublicKey publicKey = chain.getFirst().getPublicKey();
        try {
            PrivateKey key = PrivateKeys.read(keyBlock, publicKey);
            return matches(key, publicKey)
                    ? new ReadPair.Usable(new ServingPair(chain, key))
                    : new ReadPair.Refused("the key is not the key of the certificate");
        } catch (GeneralSecurityException _) {
            // The parser's message might quote the key.
            return new ReadPair.Refused("the key cannot be read as the %s key that the certificate asks for"
                    .formatted(publicKey.getAlgorithm()));
        }
    }

    private static List<X509Certificate> chain(List<Block> blocks) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> chain = new ArrayList<>();
        for (Block block : blocks) {
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.content())));
        }
        return chain;
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
