package dev.multihoming.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final int MINUTES = 30;

    private final Random random = new Random(21);

    @Test
    void noiseIsNoTrend() {
        assertThat(trend(_ -> 200 + 4 * random.nextGaussian()).isSignificant()).isFalse();
    }

    @Test
    void aConstantIsNoTrend() {
        Trend trend = trend(_ -> 42);

        assertThat(trend.isSignificant()).isFalse();
        assertThat(trend.slope()).isZero();
    }

    @Test
    void aLeakIsOne() {
        Trend trend = trend(minute -> 200 + minute + 2 * random.nextGaussian());

        assertThat(trend.isSignificant()).isTrue();
        assertThat(trend.slope()).isCloseTo(60, within(10.0));
    }

    @Test
    void aSlowLeakWithoutNoiseIsOne() {
        assertThat(trend(minute -> 40 + minute / 5).isSignificant()).isTrue();
    }

    @Test
    void aNegligibleRiseIsNone() {
        assertThat(trend(minute -> 200 + minute / 20).isSignificant()).isFalse();
    }

    @Test
    void aFallIsNone() {
        assertThat(trend(minute -> 200 - minute).isSignificant()).isFalse();
    }

    /// As where the memory of one collection stays until the next.
    @Test
    void wavesAreNone() {
        assertThat(trend(minute -> 200 + 10 * Math.sin(minute / 4)).isSignificant())
                .isFalse();
    }

    @Test
    void twoValuesSayNothing() {
        assertThat(Trend.of(List.of(1.0, 9.0)).isSignificant()).isFalse();
    }

    private static Trend trend(DoubleUnaryOperator valueOfMinute) {
        return Trend.of(IntStream.range(0, MINUTES)
                .mapToObj(minute -> valueOfMinute.applyAsDouble(minute))
                .toList());
    }
}
