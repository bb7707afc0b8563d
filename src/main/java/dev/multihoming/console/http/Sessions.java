package dev.multihoming.console.http;

import dev.multihoming.console.engine.TokenLogin.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The browsers that are logged in: in memory, and nowhere else.
final class Sessions {
    private final SessionLimits limits;
    private final InstantSource clock;

    /// By the digest of the secret in the cookie.
    private final Map<String, Session> open = new HashMap<>();

    Sessions(SessionLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// The secret of a new session, which no browser had before; empty where there are too many. The oldest session
    /// of a user with several gives way, and that of the owner with most sessions where there is no other place.
    synchronized Optional<String> begin(User user) {
        removeExpired();
        Session session = new Session(user, clock);
        if (count(it -> it.user().equals(session.user())) >= SessionLimits.OF_ONE_USER) {
            endOldest(it -> it.user().equals(session.user()));
        }
        if (open.size() >= limits.most()) {
            makePlaceFor(session.owner());
        }
        if (open.size() >= limits.most()) {
            return Optional.empty();
        }
        String secret = Secrets.make();
        open.put(Secrets.digest(secret), session);
        return Optional.of(secret);
    }

    /// One owner's sessions keep out no other owner who has fewer. Owners with one session each are all served alike.
    private void makePlaceFor(String owner) {
        Map<String, Long> counts =
                open.values().stream().collect(Collectors.groupingBy(Session::owner, Collectors.counting()));
        long own = counts.getOrDefault(owner, 0L);
        String most = counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(owner);
        long largest = counts.getOrDefault(most, 0L);
        if (own == 0 && largest <= 1) {
            return;
        }
        String gives = own == largest ? owner : most;
        endOldest(it -> it.owner().equals(gives));
    }

    private long count(Predicate<Session> of) {
        return open.values().stream().filter(of).count();
    }

    /// The one that has not been used for the longest time.
    private void endOldest(Predicate<Session> of) {
        open.entrySet().stream()
                .filter(it -> of.test(it.getValue()))
                .min(Comparator.comparing(it -> it.getValue().used()))
                .map(Map.Entry::getKey)
                .ifPresent(this::remove);
    }

    private void remove(String digest) {
        Optional.ofNullable(open.remove(digest)).ifPresent(Session::end);
    }

    /// The session of that secret, which is used by this.
    synchronized Optional<Session> visit(String secret) {
        removeExpired();
        Optional<Session> used = Optional.ofNullable(open.get(Secrets.digest(secret)));
        used.ifPresent(it -> it.use(clock.instant()));
        return used;
    }

    synchronized void end(String secret) {
        remove(Secrets.digest(secret));
    }

    /// Called with each request; the probes of the kubelet are requests, too.
    synchronized void removeExpired() {
        Instant now = clock.instant();
        open.entrySet().stream()
                .filter(it -> it.getValue().isOver(now, limits))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::remove);
    }

    synchronized int count() {
        return open.size();
    }
}
