package dev.multihoming.webhook.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/// Compares the two files with what is in use, and exchanges the pair when they hold a better one.
///
/// Content is compared, not dates: a mounted Secret changes by a symbolic link that is swapped, and some file systems
/// never say so.
final class CertificateWatch {
    private final CertificateFiles files;
    private final CertificateIntake intake;

    CertificateWatch(CertificateFiles files, CertificateIntake intake) {
        this.files = files;
        this.intake = intake;
    }

    /// Looks once. Says nothing where nothing changed since the last look.
    synchronized void look() {
        try {
            byte[] certificate = Files.readAllBytes(files.certificate());
            byte[] key = Files.readAllBytes(files.key());
            // Read between two writes, the halves of two pairs look like a mismatch: let the writer finish.
            if (Arrays.equals(certificate, Files.readAllBytes(files.certificate()))) {
                intake.offer(certificate, key);
            }
        } catch (NoSuchFileException e) {
            intake.missing(Path.of(e.getFile()) + " does not exist");
        } catch (IOException e) {
            intake.missing(e.toString());
        }
    }
}
