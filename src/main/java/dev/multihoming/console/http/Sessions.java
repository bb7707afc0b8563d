package dev.multihoming.console.http;

import dev.multihoming.console.engine.TokenLogin.User;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// The browsers that are logged in: in memory, and nowhere else. A token is held by the engine of its session, and
/// goes with it.
final class Sessions {
    private final SessionLimits limits;
    private final InstantSource clock;

    /// By the digest of the secret in the cookie.
    private final Map<String, Session> open = new HashMap<>();

    Sessions(SessionLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// @param begun when the user logged in
    /// @param used when the last request came
    /// @param free how many more requests of it may be answered at this moment
    private record Session(User user, Routes routes, Instant begun, Instant used, Semaphore free) {}

    /// Whose session it is, and what it is answered with.
    record Visit(String user, Routes routes, Semaphore free) {
        /// The answer, unless too many requests of the session are being answered: each holds memory, also after its
        /// browser left.
        Answer ifNotBusy(Work work) throws IOException {
            if (!free.tryAcquire()) {
                return Answer.error(429, "Several of your requests are still being answered. Try again when they are.");
            }
            try {
                return work.answer();
            } finally {
                free.release();
            }
        }
    }

    /// Answers one request.
    @FunctionalInterface
    interface Work {
        Answer answer() throws IOException;
    }

    /// The secret of a new session, which no browser had before; empty where there are too many. The oldest session
    /// of a user with several gives way.
    synchronized Optional<String> begin(User user) {
        removeExpired();
        List<Map.Entry<String, Session>> own = open.entrySet().stream()
                .filter(it -> it.getValue().user().name().equals(user.name()))
                .sorted(Comparator.comparing(it -> it.getValue().used()))
                .toList();
        if (own.size() >= SessionLimits.OF_ONE_USER) {
            open.remove(own.getFirst().getKey());
        }
        if (open.size() >= limits.most()) {
            return Optional.empty();
        }
        String secret = Secrets.make();
        Instant now = clock.instant();
        open.put(
                Secrets.digest(secret),
                new Session(
                        user,
                        new Routes(user.engine(), false),
                        now,
                        now,
                        new Semaphore(SessionLimits.REQUESTS_AT_ONCE)));
        return Optional.of(secret);
    }

    /// The session of that secret, which is used by this.
    synchronized Optional<Visit> visit(String secret) {
        removeExpired();
        Session used = open.computeIfPresent(
                Secrets.digest(secret),
                (_, it) -> new Session(it.user(), it.routes(), it.begun(), clock.instant(), it.free()));
        return Optional.ofNullable(used).map(it -> new Visit(it.user().name(), it.routes(), it.free()));
    }

    synchronized void end(String secret) {
        open.remove(Secrets.digest(secret));
    }

    /// Called with each request; the probes of the kubelet are requests, too.
    synchronized void removeExpired() {
        Instant now = clock.instant();
        open.values()
                .removeIf(it -> !now.isBefore(it.used().plus(limits.idle()))
                        || !now.isBefore(it.begun().plus(limits.longest())));
    }

    synchronized int count() {
        return open.size();
    }
}
