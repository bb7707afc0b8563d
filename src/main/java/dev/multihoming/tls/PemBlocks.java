package dev.multihoming.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/// The blocks of a PEM file (RFC 7468). Text between the blocks is ignored.
public final class PemBlocks {
    private static final String CERTIFICATE = "CERTIFICATE";

    /// What begins or ends a boundary line, or the first dashes of one that the file broke off in.
    private static final Pattern DASHES = Pattern.compile("-----|-\\s*$");

    private static final int DASHES_OF_A_BLOCK = 4;

    private PemBlocks() {}

    /// Empty where a block has no end or is not base64: half a file must not pass for a shorter chain.
    public static Optional<List<PemObject>> of(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<PemObject> blocks = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                blocks.add(block);
            }
        } catch (IOException | RuntimeException _) {
            // Bouncy Castle throws exceptions of both kinds.
            return Optional.empty();
        }
        boolean isWhole = DASHES.matcher(text).results().count() == (long) DASHES_OF_A_BLOCK * blocks.size();
        return isWhole ? Optional.of(blocks) : Optional.empty();
    }

    public static boolean isCertificate(PemObject block) {
        return block.getType().equals(CERTIFICATE);
    }

    public static X509Certificate certificate(PemObject block) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(block.getContent()));
    }

    /// As a PEM block.
    public static String write(X509Certificate certificate) {
        try {
            return write(CERTIFICATE, certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /// As a PEM block.
    public static String write(String label, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, content));
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be written to", e);
        }
        // Bouncy Castle ends lines as the platform does.
        return text.toString().replace("\r\n", "\n");
    }
}
