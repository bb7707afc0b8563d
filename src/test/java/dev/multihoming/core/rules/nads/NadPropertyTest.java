package dev.multihoming.core.rules.nads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.multihoming.core.review.Phase;
import org.junit.jupiter.api.Test;

/// Arbitrary configs, the same at every run.
class NadPropertyTest {
    private static final int RUNS = 4_000;

    @Test
    void noConfigMakesARuleThrowAndRepairedConfigsAreClean() {
        ConfigGenerator generator = new ConfigGenerator(42);
        int repaired = 0;
        for (int i = 0; i < RUNS; i++) {
            String config = generator.config();
            String once = NadReview.repaired(config);
            if (NadReview.verdict(config, Phase.MUTATE).allowed()) {
                assertThat(NadReview.repaired(once)).as(config).isEqualTo(once);
                assertThat(NadReview.verdict(once, Phase.VALIDATE).denials())
                        .as(config)
                        .isEmpty();
                assertThat(ConfigGenerator.without(once, "vlan", "macspoofchk", "cniVersion"))
                        .isEqualTo(ConfigGenerator.without(config, "vlan", "macspoofchk", "cniVersion"));
                repaired += once.equals(config) ? 0 : 1;
            }
        }
        assertThat(repaired).as("the generator must make bridges to repair").isGreaterThan(RUNS / 50);
    }

    @Test
    void noTextMakesARuleThrow() {
        ConfigGenerator generator = new ConfigGenerator(7);
        for (int i = 0; i < RUNS; i++) {
            String text = generator.damaged(generator.config());
            assertThat(NadReview.findings(text, Phase.VALIDATE)).isNotNull();
        }
    }
}
