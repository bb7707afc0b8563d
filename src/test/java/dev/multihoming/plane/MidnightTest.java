package dev.multihoming.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class MidnightTest {
    private static final Duration WAIT = Duration.ofMinutes(2);

    @Test
    void onlyTheLastMinutesOfADayAreNearIt() {
        assertThat(Midnight.isWithin(WAIT, LocalTime.of(23, 57, 59))).isFalse();
        assertThat(Midnight.isWithin(WAIT, LocalTime.of(23, 58, 1))).isTrue();
        assertThat(Midnight.isWithin(WAIT, LocalTime.of(23, 59, 59))).isTrue();
        assertThat(Midnight.isWithin(WAIT, LocalTime.MIDNIGHT)).isFalse();
    }
}
