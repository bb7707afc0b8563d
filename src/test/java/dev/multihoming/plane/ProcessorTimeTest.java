package dev.multihoming.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void whatWaitsUsesNone() {
        assertThat(ProcessorTime.atMost(Duration.ofMillis(50), () -> {
                    Thread.sleep(500);
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void whatGoesOnForTooLongIsNotWaitedFor() {
        AtomicBoolean over = new AtomicBoolean();
        try {
            assertThatThrownBy(() -> ProcessorTime.atMost(Duration.ofMillis(50), () -> {
                        while (!over.get()) {
                            Thread.onSpinWait();
                        }
                        return "done";
                    }))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("processor time");
        } finally {
            over.set(true);
        }
    }

    @Test
    void whatFailsFailsHere() {
        assertThatThrownBy(() -> ProcessorTime.atMost(Duration.ofSeconds(1), () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasRootCauseMessage("broken");
    }
}
