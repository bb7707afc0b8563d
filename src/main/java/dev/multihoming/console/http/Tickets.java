package dev.multihoming.console.http;

import dev.multihoming.console.engine.Writes.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Writes that were planned and shown, each waiting for its confirmation. A ticket works once, for the session that
/// planned the write, and for a few minutes. Only the server knows what it stands for.
final class Tickets {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /// Of one person's own process.
    static final int OF_OWN_PROCESS = 16;

    /// Of one of many sessions: all of them together have less than half of the heap of the Deployment.
    static final int OF_SESSION = 4;

    private static final int SECRET_BYTES = 32;

    private final int most;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Planned> waiting = new LinkedHashMap<>();

    /// @param most that wait at once: each holds an object
    Tickets(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    private record Planned(String session, Instant end, Change change) {}

    /// A new ticket. The oldest one goes where there are too many.
    synchronized String issue(String session, Change change) {
        waiting.values().removeIf(it -> !it.end().isAfter(clock.instant()));
        if (waiting.size() == most) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String ticket = HexFormat.of().formatHex(secret);
        waiting.put(ticket, new Planned(session, clock.instant().plus(LIFETIME), change));
        return ticket;
    }

    /// What it stands for, once. Empty for one that is unknown, spent, too old, or of another session, which keeps it.
    synchronized Optional<Change> redeem(String session, String ticket) {
        Planned planned = waiting.get(ticket);
        if (planned == null || !isSame(planned.session(), session)) {
            return Optional.empty();
        }
        waiting.remove(ticket);
        return planned.end().isAfter(clock.instant()) ? Optional.of(planned.change()) : Optional.empty();
    }

    private static boolean isSame(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
