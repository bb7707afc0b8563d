package dev.multihoming.webhook.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditRequestsTest {
    private final AuditRequests requests = new AuditRequests();

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
}
