package dev.multihoming.webhook.certs;

import dev.multihoming.tls.PemPair;
import dev.multihoming.tls.ServingPair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What the Secret of a self-managed certificate holds, as texts; empty where a key is missing.
///
/// @param authorities those that verifiers have to trust, the one of `certificate` first
/// @param since when `certificate` was put there
public record StoredPair(String authorities, String certificate, String key, Instant since) {
    /// Of a Secret that has nothing.
    public static final StoredPair NOTHING = new StoredPair("", "", "", Instant.EPOCH);

    /// Its pair, where that can be served and verified; empty for anything half written, mismatched or ended.
    public Optional<ServingPair> usable(Instant now) {
        PemPair.Content read =
                PemPair.read(certificate.getBytes(StandardCharsets.US_ASCII), key.getBytes(StandardCharsets.US_ASCII));
        return read instanceof PemPair.Usable(ServingPair pair)
                        && Authorities.read(authorities).verify(pair.chain(), now)
                ? Optional.of(pair)
                : Optional.empty();
    }

    /// Whether two thirds of that pair's life are over.
    static boolean isOld(ServingPair pair, Instant now) {
        Instant begins = pair.leaf().getNotBefore().toInstant();
        Duration life = Duration.between(begins, pair.expiry());
        return !now.isBefore(begins.plus(life.multipliedBy(2).dividedBy(3)));
    }
}
