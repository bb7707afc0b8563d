package dev.multihoming.webhook.certs;

import dev.multihoming.tls.ServingKeys;
import dev.multihoming.tls.ServingPair;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Tells operators what became of the certificate files, once for each thing that happens.
@Singleton
final class CertificateJournal {
    private static final Logger LOG = Logger.getLogger(CertificateJournal.class);
    private static final String RELOADS = "multihoming.certificate.reloads";

    private final Counter accepted;
    private final Counter refused;
    private final Counter unreadable;
    private String lastUnreadable = "";

    CertificateJournal(MeterRegistry meters, ServingKeys keys) {
        accepted = counter(meters, "accepted");
        refused = counter(meters, "refused");
        unreadable = counter(meters, "unreadable");
        Gauge.builder("multihoming.certificate.expiration.timestamp", keys, CertificateJournal::expiry)
                .baseUnit("seconds")
                .description("When the serving certificate in use expires, as Unix time; 0 where there is none")
                .register(meters);
    }

    void accepted(ServingPair pair, Instant now) {
        lastUnreadable = "";
        accepted.increment();
        LOG.infof(
                "Serving certificate in use: %s, serial %x, expires %s",
                pair.leaf().getSubjectX500Principal(), pair.leaf().getSerialNumber(), pair.expiry());
        if (pair.isExpired(now)) {
            LOG.warnf("The serving certificate expired at %s: the API server will refuse it", pair.expiry());
        } else if (pair.isNotYetValid(now)) {
            LOG.warn("The serving certificate is not valid yet by this machine's clock");
        }
    }

    void refused(String reason, Optional<ServingPair> kept) {
        lastUnreadable = "";
        refused.increment();
        LOG.errorf("New serving certificate refused: %s. %s", reason, consequence(kept));
    }

    /// Repeats nothing: absent files are looked for every few seconds.
    void unreadable(String reason, Optional<ServingPair> kept) {
        if (!reason.equals(lastUnreadable)) {
            lastUnreadable = reason;
            unreadable.increment();
            LOG.errorf("Serving certificate cannot be read: %s. %s", reason, consequence(kept));
        }
    }

    private static String consequence(Optional<ServingPair> kept) {
        return kept.map(pair -> "The one in use stays; it expires " + pair.expiry())
                .orElse("There is none yet, so the webhook is not ready and looks again every few seconds");
    }

    private static double expiry(ServingKeys keys) {
        return keys.inUse().map(pair -> (double) pair.expiry().getEpochSecond()).orElse(0.0);
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder(RELOADS)
                .description("Changes of the certificate files, by outcome")
                .tag("outcome", outcome)
                .register(meters);
    }
}
