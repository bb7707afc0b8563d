package dev.multihoming.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Compares the two files with what is in use, and exchanges the pair when they hold a better one.
///
/// Content is compared, not dates: a mounted Secret changes by a symbolic link that is swapped, and some file systems
/// never say so.
final class CertificateWatch {
    private final CertificateFiles files;
    private final ServingKeys keys;
    private final CertificateJournal journal;
    private final InstantSource clock;
    private @Nullable Contents seen;

    @SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared as a record
    private record Contents(byte[] certificate, byte[] key) {
        boolean isSameAs(@Nullable Contents other) {
            return other != null && Arrays.equals(certificate, other.certificate) && Arrays.equals(key, other.key);
        }
    }

    CertificateWatch(CertificateFiles files, ServingKeys keys, CertificateJournal journal, InstantSource clock) {
        this.files = files;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /// Looks once. Says nothing where nothing changed since the last look.
    synchronized void look() {
        try {
            Contents found = new Contents(Files.readAllBytes(files.certificate()), Files.readAllBytes(files.key()));
            // Read between two writes, the halves of two pairs look like a mismatch: let the writer finish.
            boolean settled = Arrays.equals(found.certificate(), Files.readAllBytes(files.certificate()));
            if (settled && !found.isSameAs(seen)) {
                seen = found;
                judge(PemPair.read(found.certificate(), found.key()));
            }
        } catch (NoSuchFileException e) {
            journal.unreadable(Path.of(e.getFile()) + " does not exist", keys.inUse());
        } catch (IOException e) {
            journal.unreadable(e.toString(), keys.inUse());
        }
    }

    private void judge(ReadPair read) {
        switch (read) {
            case ReadPair.Usable(ServingPair pair) -> offer(pair, clock.instant());
            case ReadPair.Refused(String reason) -> journal.refused(reason, keys.inUse());
        }
    }

    /// An expired pair is better than none, but not better than one that is still good.
    private void offer(ServingPair pair, Instant now) {
        boolean haveBetter = keys.inUse().filter(used -> !used.isExpired(now)).isPresent();
        if (pair.isExpired(now) && haveBetter) {
            journal.refused("the certificate expired at " + pair.expiry(), keys.inUse());
            return;
        }
        keys.use(pair);
        journal.accepted(pair, now);
    }
}
