package dev.multihoming.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesInFlightTest {
    private final BytesInFlight inFlight = new BytesInFlight(10);

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        assertThat(inFlight.take(10)).isTrue();
        assertThat(inFlight.take(1)).isFalse();
        inFlight.giveBack(4);
        assertThat(inFlight.take(4)).isTrue();
    }

    @Test
    void aRefusalTakesNothing() {
        assertThat(inFlight.take(11)).isFalse();
        assertThat(inFlight.held()).isZero();
    }

    @Test
    void aPromiseTakesNothing() {
        assertThat(inFlight.hasRoomFor(10)).isTrue();
        assertThat(inFlight.hasRoomFor(11)).isFalse();
        assertThat(inFlight.take(10)).isTrue();
    }
}
