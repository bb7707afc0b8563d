package dev.multihoming.console.http;

import dev.multihoming.console.engine.TokenLogin.User;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// A browser that is logged in. Its engine and its writes have its token and go with it.
final class Session {
    static final String ENDED = "Your session has ended. Log in again in another tab, then go on here.";

    private static final String OF_SERVICE_ACCOUNT = "system:serviceaccount:";

    private final User user;
    private final Routes routes;
    private final Optional<WriteRoutes> writes;
    private final Instant begun;
    private final Semaphore free = new Semaphore(SessionLimits.REQUESTS_AT_ONCE);
    private final Set<Thread> answering = new HashSet<>();
    private boolean ended;
    private Instant used;

    Session(User user, InstantSource clock) {
        this.user = user;
        this.routes = new Routes(user.engine(), user.writes().isPresent());
        this.writes = user.writes().map(it -> new WriteRoutes(it, Tickets.OF_SESSION, clock));
        this.begun = clock.instant();
        this.used = begun;
    }

    /// Answers one request.
    @FunctionalInterface
    interface Work {
        Answer answer() throws IOException;
    }

    String user() {
        return user.name();
    }

    /// Who answers for it: the user, or the namespace of a service account. Who may create accounts in a namespace has
    /// as many users as they like.
    String owner() {
        String name = user.name();
        int end = name.startsWith(OF_SERVICE_ACCOUNT) ? name.indexOf(':', OF_SERVICE_ACCOUNT.length()) : -1;
        return end < 0 ? name : name.substring(0, end);
    }

    Routes routes() {
        return routes;
    }

    /// What its pages ask for. The tickets of its writes are its own, since no other session has these routes.
    Answer post(String path, byte[] body) {
        return writes.filter(_ -> WriteRoutes.isOne(path))
                .map(it -> it.post(path, user.name(), body))
                .orElseGet(() -> routes.post(path, body));
    }

    synchronized Instant used() {
        return used;
    }

    synchronized void use(Instant now) {
        used = now;
    }

    synchronized boolean isOver(Instant now, SessionLimits limits) {
        return !now.isBefore(used.plus(limits.idle())) || !now.isBefore(begun.plus(limits.longest()));
    }

    /// What is being answered is given up: it would list objects for a user who has left.
    synchronized void end() {
        ended = true;
        answering.forEach(Thread::interrupt);
    }

    /// The answer, unless too many requests of the session are being answered: each holds memory, also after its
    /// browser left. Nothing is answered after the end of the session.
    Answer ifNotBusy(Work work) throws IOException {
        if (!free.tryAcquire()) {
            return Answer.error(429, "Several of your requests are still being answered. Try again when they are.");
        }
        try {
            return begins() ? answered(work) : Answer.error(401, ENDED);
        } finally {
            free.release();
        }
    }

    private Answer answered(Work work) throws IOException {
        boolean isDone = false;
        try {
            Answer answer = work.answer();
            isDone = true;
            return finishes() ? answer : Answer.error(401, ENDED);
        } catch (RuntimeException e) {
            isDone = true;
            if (finishes()) {
                throw e;
            }
            return Answer.error(401, ENDED);
        } finally {
            if (!isDone) {
                finishes();
            }
        }
    }

    private synchronized boolean begins() {
        if (!ended) {
            answering.add(Thread.currentThread());
        }
        return !ended;
    }

    /// Whether the session has not ended meanwhile. The thread sends an answer now: it is interrupted no more.
    private synchronized boolean finishes() {
        answering.remove(Thread.currentThread());
        if (ended) {
            Thread.interrupted();
        }
        return !ended;
    }
}
