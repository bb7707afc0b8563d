package dev.multihoming.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.engine.TokenLogin.User;
import dev.multihoming.console.http.SharedConsoleFixture.OfOneUser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the requests of a session.
class SessionTest {
    private final Session session =
            new Session(new User("ann", new OfOneUser("ann"), Optional.empty()), () -> Instant.EPOCH);
    private final AtomicInteger listed = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    /// One request lists; others wait for it, as the engine answers one after the other.
    @Test
    void itsEndGivesUpWhatIsListedAndWhatWaits() throws Exception {
        try (ExecutorService browser = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < SessionLimits.REQUESTS_AT_ONCE; i++) {
                answers.add(browser.submit(() -> session.ifNotBusy(this::listing)));
            }
            begun.await();
            session.end();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(401);
            }
        }
        assertThat(listed).hasValue(0);
        assertThat(session.ifNotBusy(() -> Answer.text("late")).status()).isEqualTo(401);
    }

    private synchronized Answer listing() {
        begun.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("as the client of Kubernetes says it", e);
        }
        listed.incrementAndGet();
        return Answer.text("a list");
    }

    @Test
    void noMoreRequestsAreAnsweredAtOnceThanABrowserSends() throws Exception {
        assertThat(nested(SessionLimits.REQUESTS_AT_ONCE).status()).isEqualTo(200);
        assertThat(nested(SessionLimits.REQUESTS_AT_ONCE + 1).status()).isEqualTo(429);
        assertThat(nested(1).status()).isEqualTo(200);
    }

    /// That many at once, each within the one before.
    private Answer nested(int requests) throws IOException {
        return session.ifNotBusy(() -> requests == 1 ? Answer.text("done") : nested(requests - 1));
    }

    /// The thread has an answer to send.
    @Test
    void whoAnswersIsNotInterruptedAfterwards() throws Exception {
        Answer answer = session.ifNotBusy(() -> {
            session.end();
            return Answer.text("a list");
        });
        assertThat(answer.status()).isEqualTo(401);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ann, ann",
        "system:serviceaccount:shop:robot, system:serviceaccount:shop",
        "system:serviceaccount:shop, system:serviceaccount:shop",
        "system:admin, system:admin"
    })
    void theNamespaceAnswersForItsAccounts(String user, String owner) {
        assertThat(new Session(new User(user, new OfOneUser(user), Optional.empty()), () -> Instant.EPOCH).owner())
                .isEqualTo(owner);
    }
}
