package dev.multihoming.webhook.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SkewSafeClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SkewSafeClock clock = new SkewSafeClock(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void itIsTheMachinesBeforeAnythingIsHeard() {
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void itFollowsAnApiServerThatIsAhead() {
        assertThat(clock.heard(NOON.plusSeconds(3_600))).isEqualTo(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3_600));
    }

    @Test
    void itDoesNotFollowOneThatIsBehind() {
        assertThat(clock.heard(NOON.minusSeconds(3_600))).isEqualTo(Duration.ofHours(-1));
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void aClockThatWasSetRightIsTakenAsItIs() {
        clock.heard(NOON.plusSeconds(3_600));
        clock.heard(NOON.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON);
    }
}
