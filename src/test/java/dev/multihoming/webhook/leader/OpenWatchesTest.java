package dev.multihoming.webhook.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenWatchesTest {
    private final OpenWatches<String> watches = new OpenWatches<>();
    private final List<String> closed = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();

    private void open(String kind) {
        watches.open(kind, ended -> {
            ends.add(ended);
            return () -> closed.add(kind);
        });
    }

    @Test
    void oneThatEndsIsOpenedAgain() {
        open("pods");
        assertThat(watches.has("pods")).isTrue();

        ends.getFirst().run();

        assertThat(watches.has("pods")).isFalse();
    }

    @Test
    void oneThatEndsBeforeItIsReturnedIsNotOpen() {
        watches.open("pods", ended -> {
            ended.run();
            return () -> {};
        });

        assertThat(watches.has("pods")).isFalse();
    }

    @Test
    void oneThatEndsLateDoesNotEndItsSuccessor() {
        open("pods");
        watches.close();
        open("pods");

        ends.getFirst().run();

        assertThat(watches.has("pods")).isTrue();
    }

    @Test
    void oneThatIsOpenedWhileAllAreClosedIsClosed() {
        open("networks");

        watches.open("pods", _ -> {
            watches.close();
            return () -> closed.add("pods");
        });

        assertThat(closed).containsExactly("networks", "pods");
        assertThat(watches.has("pods")).isFalse();
    }

    @Test
    void oneThatCannotBeOpenedIsNotOpen() {
        assertThatThrownBy(() -> watches.open("pods", _ -> {
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(watches.has("pods")).isFalse();
    }
}
