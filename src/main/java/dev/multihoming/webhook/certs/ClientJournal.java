package dev.multihoming.webhook.certs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// Tells operators of clients that are refused, and of the authorities by which they are.
@Singleton
final class ClientJournal {
    private static final Logger LOG = Logger.getLogger(ClientJournal.class);

    /// Who is refused can come as often as it likes; the counters tell how often.
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Counter missing;
    private final Counter untrusted;
    private final Counter otherName;
    private final AtomicLong nextLine = new AtomicLong(Long.MIN_VALUE);

    @Inject
    ClientJournal(MeterRegistry meters) {
        this(meters, InstantSource.system());
    }

    ClientJournal(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        this.missing = counter(meters, ClientRefusal.MISSING);
        this.untrusted = counter(meters, ClientRefusal.UNTRUSTED);
        this.otherName = counter(meters, ClientRefusal.NAME);
    }

    private static Counter counter(MeterRegistry meters, ClientRefusal why) {
        return Counter.builder("multihoming.clients.refused")
                .description("Requests and handshakes rejected because the client has no valid certificate")
                .tag("reason", why.word())
                .register(meters);
    }

    void refused(ClientRefusal why) {
        Counter counter = switch (why) {
            case MISSING -> missing;
            case UNTRUSTED -> untrusted;
            case NAME -> otherName;
        };
        counter.increment();
        long now = clock.millis();
        long next = nextLine.get();
        if (now >= next && nextLine.compareAndSet(next, now + BETWEEN_LINES.toMillis())) {
            LOG.warnf(
                    "A client was refused for want of a certificate: %s. multihoming_clients_refused_total counts them;"
                            + " this line comes once a minute",
                    why.clause());
        }
    }

    void accepted(int authorities, String file) {
        LOG.infof("Only clients with a certificate of the %d authorities in %s are answered", authorities, file);
    }

    void unusable(String reason, boolean haveOthers) {
        LOG.errorf(
                "The authorities of client certificates cannot be used: %s. %s",
                reason, haveOthers ? "Those in use stay" : "There are none yet: nobody is answered");
    }
}
