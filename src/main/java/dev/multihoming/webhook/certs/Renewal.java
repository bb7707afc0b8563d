package dev.multihoming.webhook.certs;

import dev.multihoming.tls.ServingPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What to do about a self-managed certificate, step by step. First the authority of a new pair is trusted
/// beside the old one, then the new pair is served, then the old authority is forgotten; between these steps
/// everybody has time to hear of them. Not thread-safe.
public final class Renewal {
    private final SelfIssuer issuer;
    private final Duration overlap;
    private SelfIssuer.@Nullable Issued pending;
    private Instant pendingSince = Instant.EPOCH;

    public Renewal(SelfIssuer issuer, Duration overlap) {
        this.issuer = issuer;
        this.overlap = overlap;
    }

    /// One step.
    ///
    /// @param trust what `caBundle` has to hold
    /// @param store what the Secret has to hold; empty where it is right as it is
    public record Step(Authorities trust, Optional<StoredPair> store) {}

    /// What is due now.
    ///
    /// @param stored what the Secret holds
    /// @param registered what the registered configurations hold, as far as all of them do; empty where none is
    /// registered, and so no API server verifies
    public Step next(StoredPair stored, Optional<Authorities> registered, Instant now) {
        Authorities trusted = registered.orElse(Authorities.NONE);
        Optional<ServingPair> usable = stored.usable(now);
        Authorities of = Authorities.read(stored.authorities());
        if (usable.isPresent() && !StoredPair.isOld(usable.get(), now)) {
            pending = null;
            return settled(stored, usable.get(), of, now);
        }
        SelfIssuer.Issued issued = pending;
        if (issued == null) {
            issued = issuer.issue(now);
            pending = issued;
            pendingSince = now;
        }
        Authorities fresh = Authorities.read(issued.authority());
        // Replicas may still serve a pair that the Secret has lost: whom they are trusted by stays.
        Authorities both = fresh.and(of, now).and(trusted, now);
        boolean isFirst = of.isEmpty() && trusted.and(Authorities.NONE, now).isEmpty();
        boolean isKnown = trusted.hasAll(fresh) && !now.isBefore(pendingSince.plus(overlap));
        if (registered.isPresent() && !isFirst && !isKnown) {
            return new Step(both, Optional.empty());
        }
        pending = null;
        return new Step(both, Optional.of(new StoredPair(both.pem(), issued.certificate(), issued.key(), now)));
    }

    private Step settled(StoredPair stored, ServingPair pair, Authorities of, Instant now) {
        Authorities own = of.of(pair.chain(), now);
        boolean hasOthers = of.certificates().size() > own.certificates().size();
        if (hasOthers && !now.isBefore(stored.since().plus(overlap))) {
            return new Step(
                    own, Optional.of(new StoredPair(own.pem(), stored.certificate(), stored.key(), stored.since())));
        }
        return new Step(of, Optional.empty());
    }
}
