package dev.multihoming.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.http.Sessions.Visit;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class VisitTest {
    private final Semaphore free = new Semaphore(SessionLimits.REQUESTS_AT_ONCE);
    private final Visit visit = new Visit("ann", new Routes(new SharedConsoleFixture.OfOneUser("ann"), false), free);

    @Test
    void anAnswerGivesItsPlaceBack() throws IOException {
        for (int i = 0; i < 3 * SessionLimits.REQUESTS_AT_ONCE; i++) {
            assertThat(visit.ifNotBusy(() -> Answer.text("ok")).status()).isEqualTo(200);
        }
    }

    @Test
    void oneSessionHasNotMoreThanSomeRequestsAtOnce() throws IOException {
        assertThat(nested(SessionLimits.REQUESTS_AT_ONCE).status()).isEqualTo(200);
        assertThat(nested(SessionLimits.REQUESTS_AT_ONCE + 1).status()).isEqualTo(429);
        assertThat(nested(1).status()).isEqualTo(200);
    }

    /// As many requests, each of which is answered while the one before it still is.
    private Answer nested(int requests) throws IOException {
        return visit.ifNotBusy(() -> requests == 1 ? Answer.text("ok") : nested(requests - 1));
    }
}
