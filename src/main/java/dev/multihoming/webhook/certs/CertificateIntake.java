package dev.multihoming.webhook.certs;

import dev.multihoming.tls.PemPair;
import dev.multihoming.tls.ServingKeys;
import dev.multihoming.tls.ServingPair;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Takes up a pair where it is better than the one in use, wherever it comes from.
@Singleton
public final class CertificateIntake {
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

    @Inject
    CertificateIntake(ServingKeys keys, CertificateJournal journal) {
        this(keys, journal, InstantSource.system());
    }

    CertificateIntake(ServingKeys keys, CertificateJournal journal, InstantSource clock) {
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /// Both in PEM. Says nothing where they are what was offered last.
    public synchronized void offer(byte[] certificate, byte[] key) {
        Contents found = new Contents(certificate, key);
        if (found.isSameAs(seen)) {
            return;
        }
        seen = found;
        switch (PemPair.read(certificate, key)) {
            case PemPair.Usable(ServingPair pair) -> offer(pair, clock.instant());
            case PemPair.Refused(String reason) -> journal.refused(reason, keys.inUse());
        }
    }

    /// There is nothing to offer.
    public synchronized void missing(String reason) {
        journal.unreadable(reason, keys.inUse());
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
