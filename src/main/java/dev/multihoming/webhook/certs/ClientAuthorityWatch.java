package dev.multihoming.webhook.certs;

import dev.multihoming.tls.PemBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/// Compares a file of authorities with what was read last, and takes up what changed. What cannot be read as a
/// whole is refused as a whole: half a file would lock half of the API servers out.
final class ClientAuthorityWatch {
    private final Path file;
    private final ClientAuthorities authorities;
    private final ClientJournal journal;
    private byte @Nullable [] seen;
    private String lastTrouble = "";

    ClientAuthorityWatch(Path file, ClientAuthorities authorities, ClientJournal journal) {
        this.file = file;
        this.authorities = authorities;
        this.journal = journal;
    }

    /// Looks once. Says nothing where nothing changed since the last look.
    synchronized void look() {
        try {
            byte[] found = Files.readAllBytes(file);
            if (!Arrays.equals(found, seen)) {
                seen = found;
                List<X509Certificate> read = read(found);
                authorities.use(read);
                lastTrouble = "";
                journal.accepted(read.size(), file.toString());
            }
        } catch (IOException e) {
            trouble(file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (GeneralSecurityException e) {
            trouble(file + " holds what cannot be used: " + e.getMessage());
        }
    }

    private void trouble(String reason) {
        if (!reason.equals(lastTrouble)) {
            lastTrouble = reason;
            journal.unusable(reason, authorities.areKnown());
        }
    }

    private List<X509Certificate> read(byte[] pem) throws GeneralSecurityException {
        List<PemObject> blocks = PemBlocks.of(pem)
                .orElseThrow(() -> new GeneralSecurityException("it ends or breaks off inside a PEM block"));
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemObject block : blocks) {
            if (PemBlocks.isCertificate(block)) {
                certificates.add(PemBlocks.certificate(block));
            }
        }
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("no certificate in PEM form");
        }
        return certificates;
    }
}
