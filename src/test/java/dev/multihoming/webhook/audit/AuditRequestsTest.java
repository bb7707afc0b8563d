package dev.multihoming.webhook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditRequestsTest {
    private final AtomicLong clock = new AtomicLong();
    private final AuditRequests requests = new AuditRequests(clock::get);

    @Test
    void eachNamespaceWaitsOnceAndInTurn() {
        requests.namespace("b");
        requests.namespace("a");
        requests.namespace("b");
        requests.namespace("c");

        assertThat(requests.takeNamespaces(2)).containsExactly("b", "a");
        assertThat(requests.takeNamespaces(2)).containsExactly("c");
        assertThat(requests.takeNamespaces(2)).isEmpty();
        assertThat(requests.isForEverything()).isFalse();
    }

    @Test
    void tooManyNamespacesAreEverything() {
        IntStream.rangeClosed(0, AuditRequests.MAX_NAMESPACES).forEach(i -> requests.namespace("n" + i));

        assertThat(requests.isForEverything()).isTrue();
        assertThat(requests.takeNamespaces(Integer.MAX_VALUE)).hasSize(AuditRequests.MAX_NAMESPACES);
        requests.clear();
        assertThat(requests.isForEverything()).isFalse();
    }

    @Test
    void nothingIsWaitedForWhereSomethingWaits() throws InterruptedException {
        requests.everything();
        requests.await(Long.MAX_VALUE / 2, true);
        requests.namespace("a");
        requests.await(Long.MAX_VALUE / 2, false);

        assertThat(requests.takeNamespaces(1)).containsExactly("a");
    }

    @Test
    void aNamespaceThatChangesAllTheTimeRestsAfterEachLook() {
        requests.namespace("busy");
        assertThat(requests.takeNamespaces(2)).containsExactly("busy");
        requests.lookedAt("busy", 1);
        requests.namespace("busy");
        requests.namespace("quiet");

        assertThat(requests.takeNamespaces(2)).containsExactly("quiet");
        clock.addAndGet(AuditRequests.LEAST_REST.toNanos());

        assertThat(requests.takeNamespaces(2)).containsExactly("busy");
    }

    @Test
    void aLargeNamespaceRestsForTenTimesAsLongAsTheLookTook() {
        long took = Duration.ofMinutes(1).toNanos();
        requests.namespace("large");
        assertThat(requests.takeNamespaces(1)).containsExactly("large");
        requests.lookedAt("large", took);
        requests.namespace("large");

        clock.addAndGet(9 * took);
        assertThat(requests.takeNamespaces(1)).isEmpty();
        clock.addAndGet(took);
        assertThat(requests.takeNamespaces(1)).containsExactly("large");
    }
}
