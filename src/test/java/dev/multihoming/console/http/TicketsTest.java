package dev.multihoming.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.console.engine.Writes.Change;
import dev.multihoming.console.engine.Writes.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final int MOST = 16;
    private static final String SESSION = "one";
    private static final Change CHANGE = new Change("cluster", Verb.CREATE, "shop", "storage", "{}", "", "");

    private Instant now = Instant.EPOCH;
    private final Tickets tickets = new Tickets(MOST, () -> now);

    @Test
    void aTicketWorksOnce() {
        String ticket = tickets.issue(SESSION, CHANGE);

        assertThat(tickets.redeem(SESSION, ticket)).contains(CHANGE);
        assertThat(tickets.redeem(SESSION, ticket)).isEmpty();
    }

    @Test
    void anotherSessionNeitherUsesNorSpendsIt() {
        String ticket = tickets.issue(SESSION, CHANGE);

        assertThat(tickets.redeem("two", ticket)).isEmpty();
        assertThat(tickets.redeem("", ticket)).isEmpty();
        assertThat(tickets.redeem(SESSION, ticket)).contains(CHANGE);
    }

    @Test
    void anOldTicketIsSpent() {
        String ticket = tickets.issue(SESSION, CHANGE);
        now = now.plus(Tickets.LIFETIME).minusNanos(1);
        String later = tickets.issue(SESSION, CHANGE);
        now = now.plus(Duration.ofNanos(1));

        assertThat(tickets.redeem(SESSION, ticket)).isEmpty();
        assertThat(tickets.redeem(SESSION, later)).contains(CHANGE);
    }

    @Test
    void onlyTheNewestAreKept() {
        List<String> all = IntStream.rangeClosed(0, MOST)
                .mapToObj(_ -> tickets.issue(SESSION, CHANGE))
                .toList();

        assertThat(all).doesNotHaveDuplicates().allMatch(it -> it.length() == 64);
        assertThat(tickets.redeem(SESSION, all.getFirst())).isEmpty();
        assertThat(all.subList(1, all.size()))
                .allSatisfy(it -> assertThat(tickets.redeem(SESSION, it)).contains(CHANGE));
    }
}
