package dev.multihoming.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageLimitTest {
    private static final int MAX_BYTES = 1_000;

    private final PageLimit limit = new PageLimit(250, MAX_BYTES);

    @Test
    void whatIsTooLargeIsAskedForInQuartersDownToOneObject() {
        assertThat(limit.now()).isEqualTo(250);
        for (int smaller : new int[] {62, 15, 3, 1}) {
            assertThat(limit.shrink()).isTrue();
            assertThat(limit.now()).isEqualTo(smaller);
        }
        assertThat(limit.shrink()).isFalse();
        assertThat(limit.now()).isOne();
    }

    @Test
    void whereThereIsRoomItGrowsAgainAndNeverBeyondItsBeginning() {
        limit.shrink();
        limit.shrink();
        for (int larger : new int[] {30, 60, 120, 240, 250, 250}) {
            limit.fitted(MAX_BYTES / 2);
            assertThat(limit.now()).isEqualTo(larger);
        }
    }

    @Test
    void whereTwiceAsManyWouldNotFitItStays() {
        limit.shrink();
        limit.fitted(MAX_BYTES / 2 + 1);

        assertThat(limit.now()).isEqualTo(62);
    }
}
