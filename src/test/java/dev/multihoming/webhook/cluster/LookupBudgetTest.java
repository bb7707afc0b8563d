package dev.multihoming.webhook.cluster;

import static dev.multihoming.webhook.cluster.LookupBudget.NAMESPACE_BURST;
import static dev.multihoming.webhook.cluster.LookupBudget.NAMESPACE_PER_SECOND;
import static dev.multihoming.webhook.cluster.LookupBudget.SHARED_BURST;
import static dev.multihoming.webhook.cluster.LookupBudget.SHARED_PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LookupBudgetTest {
    private final FakeTime time = new FakeTime();
    private final LookupBudget budget = new LookupBudget(time);

    @Test
    void onePodsWorthOfNewNetworksIsLookedUpAtOnce() {
        assertThat(takeAll("tenant-a")).isEqualTo(NAMESPACE_BURST);
    }

    @Test
    void aNamespaceThatUsedUpItsShareGetsItsRate() {
        takeAll("tenant-a");
        time.pass(Duration.ofSeconds(2));

        assertThat(takeAll("tenant-a")).isEqualTo(2 * NAMESPACE_PER_SECOND);
    }

    @Test
    void timeDoesNotSaveUpMoreThanTheBurst() {
        takeAll("tenant-a");
        time.pass(Duration.ofHours(1));

        assertThat(takeAll("tenant-a")).isEqualTo(NAMESPACE_BURST);
    }

    @Test
    void oneNamespaceThatFloodsTakesNothingFromTheOthers() {
        takeAll("flood");

        assertThat(takeAll("tenant-a")).isEqualTo(NAMESPACE_BURST);
    }

    @Test
    void manyNamespacesThatFloodLeaveRoomForAQuietOne() {
        flood(100);
        for (int second = 1; second < 30; second++) {
            time.pass(Duration.ofSeconds(1));
            flood(100);
            assertThat(budget.take("quiet-" + second)).as("second %d", second).isTrue();
        }
    }

    @Test
    void theClusterAsAWholeNeverAsksFasterThanTheSharedRate() {
        int seconds = 10;
        int taken = 0;
        for (int second = 0; second < seconds; second++) {
            for (int tenant = 0; tenant < 100; tenant++) {
                taken += takeAll("tenant-" + second + "-" + tenant);
            }
            time.pass(Duration.ofSeconds(1));
        }

        assertThat(taken).isLessThanOrEqualTo(SHARED_BURST + (seconds - 1) * SHARED_PER_SECOND);
    }

    @Test
    void quietNamespacesAreForgotten() {
        for (int tenant = 0; tenant < 1_000; tenant++) {
            budget.take("tenant-" + tenant);
        }
        time.pass(Duration.ofMinutes(1));
        budget.take("tenant-a");

        assertThat(budget.rememberedNamespaces()).isEqualTo(1);
    }

    private void flood(int tenants) {
        for (int question = 0; question < 200; question++) {
            for (int tenant = 0; tenant < tenants; tenant++) {
                budget.take("flood-" + tenant);
            }
        }
    }

    private int takeAll(String namespace) {
        int taken = 0;
        while (budget.take(namespace)) {
            taken++;
        }
        return taken;
    }
}
