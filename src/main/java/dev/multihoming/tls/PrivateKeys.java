package dev.multihoming.tls;

import dev.multihoming.tls.PemBlocks.Block;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/// Reads the private key of a known public key.
///
/// The JDK reads PKCS #8 only, and cert-manager and OpenShift's service CA write PKCS #1 by default. Those older forms
/// are what PKCS #8 holds inside, next to the name of the algorithm, which stands in the public key too.
final class PrivateKeys {
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};
    private static final byte SEQUENCE = 0x30;
    private static final byte OCTET_STRING = 0x04;
    private static final int LONG_LENGTH = 0x80;

    private PrivateKeys() {}

    static boolean isPrivateKey(Block block) {
        return block.label().endsWith("PRIVATE KEY");
    }

    /// Fails where the block is no private key of the public key's algorithm.
    static PrivateKey read(Block block, PublicKey of) throws GeneralSecurityException {
        byte[] pkcs8 = switch (block.label()) {
            case "PRIVATE KEY" -> block.content();
            case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> wrap(block.content(), algorithm(of));
            default -> throw new GeneralSecurityException("encrypted or unknown form " + block.label());
        };
        return KeyFactory.getInstance(of.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] wrap(byte[] key, byte[] algorithm) {
        return element(SEQUENCE, VERSION_0, algorithm, element(OCTET_STRING, key));
    }

    /// The first element of a SubjectPublicKeyInfo (RFC 5280 4.1), as DER.
    private static byte[] algorithm(PublicKey key) {
        byte[] info = key.getEncoded();
        int start = contentOf(info, 0);
        int content = contentOf(info, start);
        return Arrays.copyOfRange(info, start, content + lengthAt(info, start));
    }

    private static int contentOf(byte[] der, int element) {
        int length = der[element + 1] & 0xff;
        return element + 2 + (length < LONG_LENGTH ? 0 : length - LONG_LENGTH);
    }

    private static int lengthAt(byte[] der, int element) {
        int first = der[element + 1] & 0xff;
        if (first < LONG_LENGTH) {
            return first;
        }
        int length = 0;
        for (int i = element + 2; i < contentOf(der, element); i++) {
            length = (length << 8) | (der[i] & 0xff);
        }
        return length;
    }

    private static byte[] element(byte tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, content.size());
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }

    /// The shortest form, the only one that DER allows.
    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < LONG_LENGTH) {
            out.write(length);
            return;
        }
        int bytes = length <= 0xff ? 1 : length <= 0xffff ? 2 : 3;
        out.write(LONG_LENGTH | bytes);
        for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write(length >> shift);
        }
    }
}
